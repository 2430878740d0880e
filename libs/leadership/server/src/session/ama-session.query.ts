import { Injectable } from '@nestjs/common';
import type { PersonEntity, Viewer } from '@parvis/identity/server';
import { PersonQuery } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, type CountedConnection, type PageRequest } from '@parvis/platform/server';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { AmaSessionEntity } from './ama-session.entity.ts';
import { sessionVisibleTo } from './ama-session.access.ts';

/** `current`: those that are not over, soonest first. `past`: those that took place, latest first. */
export type AmaPeriod = 'current' | 'past';

export interface QuestionCounts {
  open: number;
  answered: number;
}

/** Nobody hosts with more; the list to choose from is read whole. */
const maxExecutives = 100;

/** Reads sessions, all through `visibleTo`. */
@Injectable()
export class AmaSessionQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: PersonQuery,
  ) {}

  visibleTo(viewer: Viewer): SelectQueryBuilder<AmaSessionEntity> {
    return this.dataSource.createQueryBuilder(AmaSessionEntity, 'session').where(sessionVisibleTo('session', ':viewerId'), { viewerId: viewer.personId });
  }

  /** Null when missing or out of sight. */
  async byId(viewer: Viewer, id: string): Promise<AmaSessionEntity | null> {
    return this.visibleTo(viewer).andWhere('session.id = :id', { id }).getOne();
  }

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, AmaSessionEntity>> {
    const sessions = await this.visibleTo(viewer).andWhere('session.id = ANY(:ids)', { ids }).getMany();
    return new Map(sessions.map((session) => [session.id, session]));
  }

  async isVisible(personId: string, id: string): Promise<boolean> {
    const [row]: unknown[] = await this.dataSource.query(`SELECT 1 FROM ama_session session WHERE session.id = $2 AND ${sessionVisibleTo('session', '$1')}`, [personId, id]);
    return row !== undefined;
  }

  /** Called off ones stay among the current until their time has passed, so that nobody waits in vain; they never took place. */
  async list(viewer: Viewer, period: AmaPeriod, page: PageRequest): Promise<CountedConnection<AmaSessionEntity>> {
    const sessions = this.visibleTo(viewer).andWhere(period === 'current' ? 'session.ends_at > now()' : 'session.ends_at <= now() AND session.cancelled_at IS NULL');
    const totalCount = await sessions.getCount();
    const [beyond, direction] = period === 'current' ? (['>', 'ASC'] as const) : (['<', 'DESC'] as const);
    if (page.after) {
      const [startMs, id] = decodeCursor(page.after, ['position', 'id']);
      sessions.andWhere(`(session.starts_at, session.id) ${beyond} (:afterStart, :afterId)`, { afterStart: new Date(Number(startMs)), afterId: id });
    }
    const rows = await sessions
      .orderBy('session.starts_at', direction)
      .addOrderBy('session.id', direction)
      .limit(page.first + 1)
      .getMany();
    return { ...connection(rows, page, (row) => encodeCursor(row.startsAt.getTime(), row.id)), totalCount };
  }

  /** Co-hosts of sessions that the caller has let the viewer see, by name. */
  async cohostIds(sessionIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows: { sessionId: string; personId: string }[] = await this.dataSource.query(
      `SELECT session_id AS "sessionId", person_id AS "personId" FROM ama_cohost JOIN person ON person.id = ama_cohost.person_id
       WHERE session_id = ANY($1) ORDER BY person.sort_name, person.id`,
      [sessionIds],
    );
    return new Map([...Map.groupBy(rows, (row) => row.sessionId)].map(([id, own]) => [id, own.map(({ personId }) => personId)]));
  }

  /** How many questions sessions hold that the caller has let the viewer see. */
  async questionCounts(sessionIds: readonly string[]): Promise<Map<string, QuestionCounts>> {
    const rows: (QuestionCounts & { id: string })[] = await this.dataSource.query(
      `SELECT session_id AS id, count(*) FILTER (WHERE answered_at IS NULL)::int AS open, count(*) FILTER (WHERE answered_at IS NOT NULL)::int AS answered
       FROM ama_question WHERE session_id = ANY($1) AND withdrawn_at IS NULL GROUP BY session_id`,
      [sessionIds],
    );
    return new Map(rows.map(({ id, open, answered }) => [id, { open, answered }]));
  }

  /** Executives who work here now, by name: who may host beside another. */
  async executives(viewer: Viewer): Promise<PersonEntity[]> {
    return this.people
      .visibleTo(viewer)
      .andWhere(`'executive' = ANY (person.roles) AND person.deactivated_at IS NULL`)
      .orderBy('person.sort_name')
      .addOrderBy('person.id')
      .limit(maxExecutives)
      .getMany();
  }
}
