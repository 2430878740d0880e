import { Injectable } from '@nestjs/common';
import { perViewer } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import type { Viewer } from '../viewer/viewer.ts';
import { PeopleStates, type PersonState } from './people-states.ts';

export interface Account {
  issuer: string;
  subject: string;
  createdAt: Date;
  lastUsedOn: string | null;
}

/** What is asked of people one by one on a page of them; for people whom the viewer was found to administer. */
@Injectable()
export class AdministeredPersonLoader {
  private readonly states;

  constructor(
    private readonly dataSource: DataSource,
    peopleStates: PeopleStates,
  ) {
    this.states = perViewer(async (viewer: Viewer, ids: readonly string[]) => {
      const rows: { id: string; state: PersonState }[] = await dataSource.query(`SELECT person.id, ${peopleStates.stateOf(viewer, 'person')} AS state FROM person WHERE person.id = ANY($1)`, [ids]);
      return new Map(rows.map(({ id, state }) => [id, state]));
    });
  }

  async state(viewer: Viewer, id: string): Promise<PersonState> {
    return (await this.states(viewer).load(id)) ?? 'left';
  }

  accounts(id: string): Promise<Account[]> {
    return this.dataSource.query('SELECT issuer, subject, created_at AS "createdAt", last_used_on::text AS "lastUsedOn" FROM account WHERE person_id = $1 ORDER BY created_at, subject LIMIT 20', [id]);
  }

  async sessionCount(id: string): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query('SELECT count(*)::int AS count FROM session WHERE person_id = $1 AND expires_at > now()', [id]);
    return row?.count ?? 0;
  }

  aliases(id: string): Promise<{ identifier: string; toldBy: 'scim' | 'decision' }[]> {
    return this.dataSource.query('SELECT identifier, told_by AS "toldBy" FROM person_alias WHERE person_id = $1 ORDER BY identifier LIMIT 20', [id]);
  }

  /** The others with whom they may be one person, and nobody has decided. */
  async doubtIds(id: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT CASE WHEN newcomer_id = $1 THEN known_id ELSE newcomer_id END AS id FROM match_decision WHERE decided_at IS NULL AND $1 IN (newcomer_id, known_id) ORDER BY found_at LIMIT 10`,
      [id],
    );
    return rows.map(({ id: other }) => other);
  }
}
