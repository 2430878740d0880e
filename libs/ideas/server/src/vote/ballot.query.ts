import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource, In } from 'typeorm';
import { judgesBlind } from '../jury/jury.access.ts';
import { BallotEnvelopeEntity } from './ballot-envelope.entity.ts';
import { BallotKeyEntity } from './ballot-key.entity.ts';
import { ballotKinds, BallotEntity, type BallotKind } from './ballot.entity.ts';
import { voterOf } from './voter.ts';

/** What the viewer gave an idea, and what of the idea tells what that uses. */
export interface OwnVote {
  ballotId: string;
  ideaId: string;
  mark: number;
  /** Whether it is still in the campaign: those alone use points and envelopes. */
  stands: boolean;
  cost: number | null;
  department: string;
}

/** What somebody gave an idea in an open ballot. */
export interface OpenVote {
  personId: string;
  mark: number | null;
  /** In pairs: which idea it was compared with, and which of the two they prefer; null: they passed. */
  otherId: string | null;
  preferredId: string | null;
}

/** To count those who support thousands of ideas takes as long as all else that a page asks: of so many, the number may be so old while they still vote. */
const manySupporters = 1_000;
const rememberedMs = 10_000;

/** Reads ballots of campaigns that the caller has let the viewer see, and the viewer's own votes. Results are counted elsewhere. */
@Injectable()
export class BallotQuery {
  private readonly remembered = new Map<string, { count: number; until: number }>();

  constructor(private readonly dataSource: DataSource) {}

  async ofCampaigns(campaignIds: readonly string[]): Promise<Map<string, BallotEntity[]>> {
    const ballots = await this.dataSource.manager.findBy(BallotEntity, { campaignId: In([...campaignIds]) });
    const inOrder = ballots.toSorted((one, other) => ballotKinds.indexOf(one.kind) - ballotKinds.indexOf(other.kind));
    return Map.groupBy(inOrder, ({ campaignId }) => campaignId);
  }

  async byIds(ids: readonly string[]): Promise<Map<string, BallotEntity>> {
    const ballots = await this.dataSource.manager.findBy(BallotEntity, { id: In([...ids]) });
    return new Map(ballots.map((ballot) => [ballot.id, ballot]));
  }

  async envelopes(ballotIds: readonly string[]): Promise<Map<string, BallotEnvelopeEntity[]>> {
    const envelopes = await this.dataSource.manager.find(BallotEnvelopeEntity, { where: { ballotId: In([...ballotIds]) }, order: { department: 'ASC' } });
    return Map.groupBy(envelopes, ({ ballotId }) => ballotId);
  }

  /** How many people took part in each; of many who support, as of some seconds ago as long as it is open. */
  async voterCounts(ballots: readonly { id: string; isOpen: boolean }[]): Promise<Map<string, number>> {
    const now = Date.now();
    const known = new Map(ballots.flatMap(({ id, isOpen }) => {
      const before = this.remembered.get(id);
      return isOpen && before && before.until > now ? [[id, before.count] as const] : [];
    }));
    const asked = ballots.filter(({ id }) => !known.has(id)).map(({ id }) => id);
    if (asked.length === 0) return known;
    const rows: { id: string; kind: BallotKind; count: number }[] = await this.dataSource.query(
      `SELECT ballot.id, ballot.kind, CASE ballot.kind
         WHEN 'support' THEN (SELECT count(*)::int FROM (SELECT given.person_id FROM idea JOIN idea_support given ON given.idea_id = idea.id WHERE idea.campaign_id = ballot.campaign_id AND idea.state = 'submitted' GROUP BY given.person_id) AS supporter)
         ELSE (SELECT count(*)::int FROM ballot_voter took WHERE took.ballot_id = ballot.id) END AS count
       FROM ballot WHERE ballot.id = ANY($1)`,
      [asked],
    );
    for (const { id, kind, count } of rows) {
      if (kind === 'support' && count >= manySupporters) this.remembered.set(id, { count, until: now + rememberedMs });
      else this.remembered.delete(id);
    }
    return new Map([...known, ...rows.map(({ id, count }) => [id, count] as const)]);
  }

  /** In which of them the viewer has voted; that stays known when their votes are not any more. */
  async votedIn(viewer: Viewer, ballotIds: readonly string[]): Promise<Map<string, boolean>> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT took.ballot_id AS id FROM ballot_voter took WHERE took.ballot_id = ANY($2) AND took.person_id = $1
       UNION SELECT ballot.id FROM ballot JOIN idea ON idea.campaign_id = ballot.campaign_id JOIN idea_support given ON given.idea_id = idea.id
       WHERE ballot.id = ANY($2) AND ballot.kind = 'support' AND given.person_id = $1`,
      [viewer.personId, ballotIds],
    );
    return new Map(rows.map(({ id }) => [id, true]));
  }

  /** In which campaigns the viewer judges without knowing who made the ideas. */
  async judgedBlind(viewer: Viewer, campaignIds: readonly string[]): Promise<Map<string, boolean>> {
    const rows: { id: string }[] = await this.dataSource.query(`SELECT asked.id FROM unnest($2::uuid[]) asked(id) WHERE ${judgesBlind('asked.id', '$1::uuid')}`, [viewer.personId, campaignIds]);
    return new Map(rows.map(({ id }) => [id, true]));
  }

  /** The viewer's name in each; left out: a secret one whose key is destroyed. */
  async voters(viewer: Viewer, ballots: readonly Pick<BallotEntity, 'id' | 'isSecret'>[]): Promise<Map<string, Buffer>> {
    const secret = ballots.filter(({ isSecret }) => isSecret).map(({ id }) => id);
    const keys = secret.length > 0 ? await this.dataSource.manager.findBy(BallotKeyEntity, { ballotId: In(secret) }) : [];
    const keyOf = new Map(keys.map(({ ballotId, key }) => [ballotId, key]));
    return new Map(ballots.flatMap(({ id, isSecret }) => (isSecret && !keyOf.has(id) ? [] : [[id, voterOf(viewer.personId, keyOf.get(id) ?? null)] as const])));
  }

  /** What the viewer gave ideas, by ballot; `ideaIds` left out: all of them. */
  async ownVotes(voters: ReadonlyMap<string, Buffer>, ideaIds?: readonly string[]): Promise<OwnVote[]> {
    if (voters.size === 0) return [];
    return this.dataSource.query(
      `SELECT given.ballot_id AS "ballotId", given.idea_id AS "ideaId", given.mark, idea.state = 'submitted' AS "stands", idea.cost, coalesce(idea.department, '') AS department
       FROM unnest($1::uuid[], $2::bytea[]) AS own (ballot_id, voter) JOIN ballot_vote given ON given.ballot_id = own.ballot_id AND given.voter = own.voter ${ideaIds ? 'AND given.idea_id = ANY($3)' : ''}
       JOIN idea ON idea.id = given.idea_id ORDER BY given.idea_id`,
      [[...voters.keys()], [...voters.values()], ...(ideaIds ? [ideaIds] : [])],
    );
  }

  async ballotsOfIdeas(ideaIds: readonly string[]): Promise<BallotEntity[]> {
    return this.dataSource.manager
      .createQueryBuilder(BallotEntity, 'ballot')
      .where(`ballot.kind NOT IN ('support', 'pairs') AND ballot.campaign_id IN (SELECT idea.campaign_id FROM idea WHERE idea.id = ANY(:ideaIds))`, { ideaIds })
      .getMany();
  }

  /** Who gave an idea what, in an open ballot whose results are told. */
  async openVotes(ballot: BallotEntity, ideaId: string, page: PageRequest): Promise<Connection<OpenVote>> {
    const [person, other] = page.after ? decodeCursor(page.after, ['id', 'id']) : [null, null];
    const rows: OpenVote[] = await this.dataSource.query(
      ballot.kind === 'pairs'
        ? `SELECT * FROM (SELECT given.person_id AS "personId", NULL::int AS mark, CASE WHEN given.first_id = $2 THEN given.second_id ELSE given.first_id END AS "otherId",
               CASE given.preferred WHEN 1 THEN given.first_id WHEN 2 THEN given.second_id END AS "preferredId"
             FROM ballot_pair given WHERE given.ballot_id = $1 AND $2 IN (given.first_id, given.second_id) AND given.person_id IS NOT NULL) AS compared
           WHERE $3::uuid IS NULL OR ("personId", "otherId") > ($3, $4::uuid) ORDER BY "personId", "otherId" LIMIT $5`
        : `SELECT given.person_id AS "personId", given.mark, NULL::uuid AS "otherId", NULL::uuid AS "preferredId" FROM ballot_vote given
           WHERE given.ballot_id = $1 AND given.idea_id = $2 AND given.person_id IS NOT NULL AND ($3::uuid IS NULL OR (given.person_id, given.idea_id) > ($3, $4::uuid)) ORDER BY given.person_id LIMIT $5`,
      [ballot.id, ideaId, person, other, page.first + 1],
    );
    return connection(rows, page, ({ personId, otherId }) => encodeCursor(personId, otherId ?? ideaId));
  }
}
