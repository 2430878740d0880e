import { randomBytes } from 'node:crypto';
import { idFrom } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { BallotEnvelopeEntity } from '../vote/ballot-envelope.entity.ts';
import { BallotKeyEntity } from '../vote/ballot-key.entity.ts';
import { BallotVoteEntity } from '../vote/ballot-vote.entity.ts';
import { BallotVoterEntity } from '../vote/ballot-voter.entity.ts';
import { BallotEntity, type BallotKind } from '../vote/ballot.entity.ts';
import { voterOf } from '../vote/voter.ts';

/** A way in which a campaign of elsewhere decides, with what everybody voted: people by their identifiers, ideas by theirs. */
export interface ImportedBallot {
  kind: BallotKind;
  isSecret: boolean;
  hidesResults: boolean;
  maxSupports: number | null;
  points: number | null;
  maxPoints: number | null;
  /** In whole euros, for the ideas of everybody. */
  envelope: number | null;
  papers: { voter: string; on: string; votes: { idea: string; mark: number }[] }[];
}

interface Voted {
  campaignId: string;
  /** When votes of that kind are all in. */
  closesAt: Date | null;
  people: ReadonlyMap<string, string>;
  ideas: ReadonlyMap<string, string>;
}

const atOnce = 1_000;

/** Adds a ballot. One whose time is over is sealed as it stands: in an order that tells nothing, and by a key that is not kept. */
export async function importBallot(manager: EntityManager, told: ImportedBallot, { campaignId, closesAt, people, ideas }: Voted): Promise<void> {
  const { kind, isSecret, hidesResults, maxSupports, points, maxPoints, envelope } = told;
  const id = idFrom(`ballot:${campaignId}:${kind}`, new Date());
  const sealedAt = closesAt && closesAt <= new Date() ? closesAt : null;
  await manager.insert(BallotEntity, { id, campaignId, kind, isSecret, hidesResults, maxSupports, points, maxPoints, sealedAt });
  if (envelope !== null) await manager.insert(BallotEnvelopeEntity, { ballotId: id, department: '', amount: envelope });
  const key = isSecret ? randomBytes(32) : null;
  if (key && !sealedAt) await manager.insert(BallotKeyEntity, { ballotId: id, key });
  const papers = told.papers.flatMap(({ voter, on, votes }) => {
    const personId = people.get(voter);
    return personId ? [{ personId, on, votes }] : [];
  });
  const given = papers.flatMap(({ personId, votes }) =>
    votes.flatMap(({ idea, mark }) => (ideas.has(idea) ? [{ ballotId: id, voter: voterOf(personId, key), ideaId: ideas.get(idea) ?? '', personId: isSecret ? null : personId, mark }] : [])),
  );
  const took = papers.map(({ personId, on }) => ({ ballotId: id, personId, votedOn: on }));
  await inParts(given.toSorted((one, other) => Buffer.compare(one.voter, other.voter)), (part) => manager.insert(BallotVoteEntity, part));
  await inParts(took.toSorted((one, other) => (one.personId < other.personId ? -1 : 1)), (part) => manager.insert(BallotVoterEntity, part));
}

async function inParts<Row>(rows: readonly Row[], write: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) await write(rows.slice(from, from + atOnce));
}
