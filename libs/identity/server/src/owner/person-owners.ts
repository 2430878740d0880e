import { Injectable } from '@nestjs/common';
import { perViewer, type Transaction } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import type { Viewer } from '../viewer/viewer.ts';
import type { FieldOwners, OwnedField } from './field-owner.ts';

/** Who told which field of a person. */
@Injectable()
export class PersonOwners {
  private readonly loader;

  constructor(dataSource: DataSource) {
    this.loader = perViewer(async (_viewer: Viewer, ids: readonly string[]) => {
      const rows: { id: string; owners: FieldOwners }[] = await dataSource.query(`SELECT id, owners FROM person WHERE id = ANY($1)`, [ids]);
      return new Map(rows.map(({ id, owners }) => [id, owners]));
    });
  }

  /** Fields that nobody told are not named. */
  async of(viewer: Viewer, personId: string): Promise<FieldOwners> {
    return (await this.loader(viewer).load(personId)) ?? {};
  }

  /** From now on these are the person's own words: no file overwrites them. */
  async claim(tx: Transaction, personId: string, fields: readonly OwnedField[]): Promise<void> {
    if (fields.length === 0) return;
    const own = Object.fromEntries(fields.map((field) => [field, 'person']));
    await tx.manager.query(`UPDATE person SET owners = owners || $2::jsonb WHERE id = $1 AND NOT owners @> $2::jsonb`, [personId, JSON.stringify(own)]);
  }
}
