import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { thisDay } from '../request/request-load.ts';
import { figuresOf, leastPeople, type Level, type SpreadFigures } from './spread-figures.ts';

/** Whether it is always the same people, in figures of all of them together. */
export interface Spread {
  /** Who lately wrote something that counts; null: too few to tell anything. */
  contributors: number | null;
  /** How being proposed is spread over them; null: too few of it. */
  proposals: SpreadFigures | null;
  /** How being asked is: questions that nobody had answered, brought to somebody. Null also when all were: that would say it of each. */
  requests: SpreadFigures | null;
}

const activeDays = 90;
const spreadDays = 30;
/** The same for everybody, and of a month: a few minutes make no difference. */
const freshMs = 5 * 60_000;

const today = `(now() AT TIME ZONE 'UTC')::date`;
const proposed = `SELECT person_id, sum(times) AS times FROM expert_proposal_count WHERE day >= ${today} - ${spreadDays} AND day < ${today} GROUP BY person_id`;
const requested = `SELECT person_id, count(*) AS times FROM expert_request WHERE offered_at >= ${thisDay} - interval '${spreadDays} days' AND offered_at < ${thisDay} GROUP BY person_id`;

// The condition is that of an index (search_document_contributions), written as there. How often each had it stays in the database: only how many had it so often leaves it.
const levelsSql = (had: string): string => `
  SELECT coalesce(had.times, 0)::int AS times, count(*)::int AS people FROM person
  LEFT JOIN (${had}) had ON had.person_id = person.id
  WHERE person.deactivated_at IS NULL AND EXISTS (
    SELECT 1 FROM search_document document
    WHERE document.author_id = person.id AND document.kind IN ('post', 'comment', 'page') AND document.facet IS DISTINCT FROM 'question' AND document.written_at > now() - interval '${activeDays} days')
  GROUP BY 1`;

/** Tells whether proposals and requests are fairly spread. */
@Injectable()
export class SpreadQuery {
  private kept: { at: number; spread: Promise<Spread> } | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** Of the 30 days before this one: what somebody did is not told the moment that it happens. */
  of(now = Date.now()): Promise<Spread> {
    if (!this.kept || now - this.kept.at > freshMs) {
      const kept = { at: now, spread: this.read() };
      this.kept = kept;
      kept.spread.catch(() => (this.kept = undefined));
    }
    return this.kept.spread;
  }

  /** Reads it anew at the next question for it. */
  forget(): void {
    this.kept = undefined;
  }

  private async read(): Promise<Spread> {
    const proposals: Level[] = await this.dataSource.query(levelsSql(proposed));
    const requests: Level[] = await this.dataSource.query(levelsSql(requested));
    const contributors = proposals.reduce((sum, { people }) => sum + people, 0);
    return { contributors: contributors < leastPeople ? null : contributors, proposals: figuresOf(proposals, { all: true }), requests: figuresOf(requests, { all: false }) };
  }
}
