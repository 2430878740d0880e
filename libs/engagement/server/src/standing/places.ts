import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Place } from '../gate/headcounts.ts';
import { placeKey } from './standing.ts';

/** A place as the roll-ups name it. */
export interface NumberedPlace extends Place {
  id: number;
}

/** All that the roll-ups name. */
export const numberedPlaces = (manager: EntityManager): Promise<NumberedPlace[]> => manager.query('SELECT id, department, location, level, seniority FROM engagement_place');

/** The same, read once: they are only ever added, by roll-ups that wait for each other. */
@Injectable()
export class NumberedPlaces {
  private known: readonly NumberedPlace[] = [];

  constructor(private readonly dataSource: DataSource) {}

  async all(): Promise<readonly NumberedPlace[]> {
    const added: NumberedPlace[] = await this.dataSource.query('SELECT id, department, location, level, seniority FROM engagement_place WHERE id > $1 ORDER BY id', [this.known.at(-1)?.id ?? 0]);
    if (added.length > 0) this.known = [...this.known, ...added.filter(({ id }) => id > (this.known.at(-1)?.id ?? 0))];
    return this.known;
  }
}

/** The numbers of places by their keys; new ones are numbered, and they alone inserted: a number would be lost with each that is known. */
export async function placeIdsOf(manager: EntityManager, places: readonly Place[]): Promise<Map<string, number>> {
  const rows: NumberedPlace[] = await manager.query(
    `WITH told AS (SELECT department, location, level, seniority FROM jsonb_to_recordset($1::jsonb) AS told (department text, location text, level text, seniority text)),
     added AS (INSERT INTO engagement_place (department, location, level, seniority) SELECT * FROM told
       WHERE NOT EXISTS (SELECT 1 FROM engagement_place known WHERE (known.department, known.location, known.level, known.seniority) IS NOT DISTINCT FROM (told.department, told.location, told.level, told.seniority))
       RETURNING *)
     SELECT * FROM added UNION ALL
     SELECT known.* FROM told JOIN engagement_place known ON (known.department, known.location, known.level, known.seniority) IS NOT DISTINCT FROM (told.department, told.location, told.level, told.seniority)`,
    [JSON.stringify(places)],
  );
  return new Map(rows.map((row) => [placeKey(row), row.id]));
}
