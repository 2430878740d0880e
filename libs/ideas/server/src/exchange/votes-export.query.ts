import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { DataSource } from 'typeorm';
import { smallestGroup } from '../funnel/shown-departments.ts';
import { areResultsTold } from '../vote/ballot-course.ts';
import type { BallotEntity, BallotKind } from '../vote/ballot.entity.ts';
import { BallotLoader } from '../vote/ballot.loader.ts';
import { TallyQuery } from '../vote/tally.query.ts';
import type { Row } from './cells.ts';

const pageSize = 1_000;

/** What was given an idea. */
interface Vote {
  ideaId: string;
  mark: number | null;
  /** In pairs: the idea that it was compared with, and which of the two is preferred. */
  otherId: string | null;
  preferredId: string | null;
}

/** Where votes of a kind lie, as SQL. A comparison is told at the first of its ideas. */
const partsOf = (kind: BallotKind) =>
  kind === 'pairs'
    ? { table: 'ballot_pair', idea: 'given.first_id', other: 'given.second_id', mark: 'NULL::int', preferred: 'CASE given.preferred WHEN 1 THEN given.first_id WHEN 2 THEN given.second_id END' }
    : { table: 'ballot_vote', idea: 'given.idea_id', other: 'NULL::uuid', mark: 'given.mark', preferred: 'NULL::uuid' };

const standsIn = (standing: ReadonlySet<string>) => ({ otherId }: Vote): boolean => otherId === null || standing.has(otherId);

const rowOf = (kind: BallotKind, { ideaId, mark, otherId, preferredId }: Vote, person: string | null): Row => ({ ballot: kind, idea: ideaId, mark, otherIdea: otherId, preferredIdea: preferredId, person });

/**
 * Votes and results as far as pages tell them: nothing before results are told. Of a secret ballot nothing while it is open, and afterwards votes in an order that tells nothing, without anything
 * that says which of them were cast together; of one with few voters none at all, for figures that pages do not show would tell. Who supports an idea is told nowhere.
 */
@Injectable()
export class VotesExport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly loader: BallotLoader,
    private readonly tally: TallyQuery,
  ) {}

  async *votes(viewer: Viewer, campaignId: string): AsyncGenerator<Row[]> {
    const ideas = (await this.tally.candidates(campaignId)).map(({ id }) => id).toSorted();
    for (const ballot of await this.loader.ofCampaign(viewer, campaignId)) {
      const situation = await this.loader.situation(viewer, ballot.id);
      if (ballot.kind === 'support' || !situation || !areResultsTold(situation.results)) continue;
      if (ballot.isSecret && (situation.results !== 'final' || situation.voterCount < smallestGroup)) continue;
      const standing = new Set(ideas);
      for (const batch of await this.batches(ballot, ideas)) yield* ballot.isSecret ? this.secretVotes(ballot, batch, standing) : this.openVotes(ballot, batch, standing);
    }
  }

  async *results(viewer: Viewer, campaignId: string): AsyncGenerator<Row[]> {
    for (const ballot of await this.loader.ofCampaign(viewer, campaignId)) {
      const situation = await this.loader.situation(viewer, ballot.id);
      if (!situation || !areResultsTold(situation.results)) continue;
      const standings = await this.tally.standings(ballot);
      for (let from = 0; from < standings.length; from += pageSize) {
        const page = standings.slice(from, from + pageSize);
        const titles = await this.named('SELECT id, title AS name FROM idea WHERE id = ANY($1)', page.map(({ ideaId }) => ideaId));
        yield page.map(({ ideaId, ...figures }) => ({ ...figures, ballot: ballot.kind, idea: ideaId, title: titles.get(ideaId) ?? '' }));
      }
    }
  }

  private async *openVotes({ id, kind }: BallotEntity, ideaIds: readonly string[], standing: ReadonlySet<string>): AsyncGenerator<Row[]> {
    const { table, idea, other, mark, preferred } = partsOf(kind);
    let last: (Vote & { person: string; personId: string }) | undefined;
    do {
      const votes: (Vote & { person: string; personId: string })[] = await this.dataSource.query(
        `SELECT ${idea} AS "ideaId", ${mark} AS mark, ${other} AS "otherId", ${preferred} AS "preferredId", person.identifier AS person, person.id AS "personId"
         FROM ${table} given JOIN person ON person.id = given.person_id
         WHERE given.ballot_id = $1 AND ${idea} = ANY($2) AND ($3::uuid IS NULL OR (${idea}, person.id, coalesce(${other}, ${idea})) > ($3, $4::uuid, $5::uuid)) ORDER BY ${idea}, person.id, ${other} LIMIT ${pageSize}`,
        [id, ideaIds, last?.ideaId ?? null, last?.personId ?? null, last?.otherId ?? last?.ideaId ?? null],
      );
      yield votes.filter(standsIn(standing)).map(({ person, ...vote }) => rowOf(kind, vote, person));
      last = votes.length === pageSize ? votes.at(-1) : undefined;
    } while (last);
  }

  private async *secretVotes({ id, kind }: BallotEntity, ideaIds: readonly string[], standing: ReadonlySet<string>): AsyncGenerator<Row[]> {
    const { table, idea, other, mark, preferred } = partsOf(kind);
    const votes: (Vote & { count: number })[] = await this.dataSource.query(
      `SELECT ${idea} AS "ideaId", ${mark} AS mark, ${other} AS "otherId", ${preferred} AS "preferredId", count(*)::int AS count
       FROM ${table} given WHERE given.ballot_id = $1 AND ${idea} = ANY($2) GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
      [id, ideaIds],
    );
    yield votes.filter(standsIn(standing)).flatMap(({ count, ...vote }) => Array.from({ length: count }, () => rowOf(kind, vote, null)));
  }

  /** Ideas that were voted on, in their order, as many at a time as have a page of votes together: one that has more stands alone. */
  private async batches({ id, kind }: BallotEntity, ideaIds: readonly string[]): Promise<string[][]> {
    const { table, idea } = partsOf(kind);
    const counted: { ideaId: string; count: number }[] = await this.dataSource.query(`SELECT ${idea} AS "ideaId", count(*)::int AS count FROM ${table} given WHERE given.ballot_id = $1 AND ${idea} = ANY($2) GROUP BY 1 ORDER BY 1`, [id, ideaIds]);
    const batches: string[][] = [];
    let room = 0;
    for (const { ideaId, count } of counted) {
      if (count > room) {
        batches.push([]);
        room = pageSize;
      }
      batches.at(-1)?.push(ideaId);
      room -= count;
    }
    return batches;
  }

  private async named(statement: string, ids: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; name: string }[] = await this.dataSource.query(statement, [ids]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
