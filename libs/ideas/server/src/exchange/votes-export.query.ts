import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { DataSource } from 'typeorm';
import { smallestGroup } from '../funnel/shown-departments.ts';
import { areResultsTold } from '../vote/ballot-course.ts';
import type { BallotEntity } from '../vote/ballot.entity.ts';
import { BallotLoader } from '../vote/ballot.loader.ts';
import { BallotQuery } from '../vote/ballot.query.ts';
import { TallyQuery } from '../vote/tally.query.ts';
import type { Row } from './cells.ts';

const pageSize = 1_000;

/**
 * Votes and results as far as pages tell them: nothing before results are told. Of a secret ballot nothing while it is open, and afterwards votes in an order that tells nothing, without anything
 * that says which of them were cast together; of one with few voters none at all, for figures that pages do not show would tell. Who supports an idea is told nowhere.
 */
@Injectable()
export class VotesExport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly loader: BallotLoader,
    private readonly query: BallotQuery,
    private readonly tally: TallyQuery,
  ) {}

  async *votes(viewer: Viewer, campaignId: string): AsyncGenerator<Row[]> {
    const ideas = (await this.tally.candidates(campaignId)).map(({ id }) => id).toSorted();
    for (const ballot of await this.loader.ofCampaign(viewer, campaignId)) {
      const situation = await this.loader.situation(viewer, ballot.id);
      if (ballot.kind === 'support' || !situation || !areResultsTold(situation.results)) continue;
      if (ballot.isSecret && (situation.results !== 'final' || situation.voterCount < smallestGroup)) continue;
      const standing = new Set(ideas);
      for (const ideaId of ideas) yield* ballot.isSecret ? this.secretVotes(ballot, ideaId, standing) : this.openVotes(ballot, ideaId, standing);
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

  private async *openVotes(ballot: BallotEntity, ideaId: string, standing: ReadonlySet<string>): AsyncGenerator<Row[]> {
    let after: string | null = null;
    do {
      const { edges, pageInfo } = await this.query.openVotes(ballot, ideaId, { first: pageSize, after });
      const people = await this.named('SELECT id, identifier AS name FROM person WHERE id = ANY($1)', edges.map(({ node }) => node.personId));
      // A comparison is read at both of its ideas, and told at the first.
      const told = edges.filter(({ node: { otherId } }) => otherId === null || (ideaId < otherId && standing.has(otherId)));
      yield told.map(({ node: { personId, mark, otherId, preferredId } }) => ({ ballot: ballot.kind, idea: ideaId, mark, otherIdea: otherId, preferredIdea: preferredId, person: people.get(personId) ?? '' }));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
  }

  private async *secretVotes({ id, kind }: BallotEntity, ideaId: string, standing: ReadonlySet<string>): AsyncGenerator<Row[]> {
    const counts: { mark: number | null; otherId: string | null; preferredId: string | null; count: number }[] = await this.dataSource.query(
      kind === 'pairs'
        ? `SELECT NULL::int AS mark, second_id AS "otherId", CASE preferred WHEN 1 THEN first_id WHEN 2 THEN second_id END AS "preferredId", count(*)::int AS count
           FROM ballot_pair WHERE ballot_id = $1 AND first_id = $2 GROUP BY first_id, second_id, preferred ORDER BY second_id, preferred`
        : `SELECT mark, NULL::uuid AS "otherId", NULL::uuid AS "preferredId", count(*)::int AS count FROM ballot_vote WHERE ballot_id = $1 AND idea_id = $2 GROUP BY mark ORDER BY mark`,
      [id, ideaId],
    );
    for (const { mark, otherId, preferredId, count } of counts) {
      if (otherId === null || standing.has(otherId)) yield Array.from({ length: count }, () => ({ ballot: kind, idea: ideaId, mark, otherIdea: otherId, preferredIdea: preferredId, person: null }));
    }
  }

  private async named(statement: string, ids: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; name: string }[] = await this.dataSource.query(statement, [ids]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
