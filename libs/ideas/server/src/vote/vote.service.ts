import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, platformErrors, Transactions, type Transaction } from '@parvis/platform/server';
import { ideasErrors } from '../ideas.errors.ts';
import { judgesBlind } from '../jury/jury.access.ts';
import { BallotLock, type HeldPaper } from './ballot-lock.ts';
import { BallotVoteEntity } from './ballot-vote.entity.ts';
import type { BallotEntity } from './ballot.entity.ts';
import { envelopeOf, exceededEnvelope, isByDepartment, requireMarks, requirePoints, type Candidate, type WholePaper } from './vote-paper.ts';

/** A mark for an idea; null takes it away. */
export interface CastVote {
  ideaId: string;
  mark?: number | null;
}

const mostVotes = 500;

/** Votes. Each command sets a state: sent again, it changes nothing and counts once. */
@Injectable()
export class VoteService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: BallotLock,
  ) {}

  /**
   * Gives ideas marks. `isWhole`: the paper holds nothing else from now on. Errors: ID_INVALID, BALLOT_NOT_FOUND, CAMPAIGN_NOT_NOW, BALLOT_OTHER_WAY, TOO_MANY_ITEMS, VOTE_INVALID, VOTE_IDEA_INVALID, IDEA_OWN,
   * VOTE_ENVELOPE_EXCEEDED with `department` and `amount` (without, where a juror who judges blind would learn where an idea comes from), VOTE_POINTS_EXCEEDED with `points`.
   */
  async cast(viewer: Viewer, { ballotId, votes, isWhole }: { ballotId: string; votes: readonly CastVote[]; isWhole: boolean }): Promise<BallotEntity> {
    const wanted = checkedVotes(votes);
    return this.transactions.run(async (tx) => {
      const paper = await this.lock.forVoter(tx, viewer, ballotId);
      requireMarks(paper.ballot, wanted.values());
      const before = await marksOf(tx, paper);
      const after = new Map(isWhole ? [] : before);
      for (const [ideaId, mark] of wanted) {
        if (mark === null) after.delete(ideaId);
        else after.set(ideaId, mark);
      }
      const candidates = await this.lock.candidates(tx, viewer, { campaignId: paper.ballot.campaignId, ids: [...after.keys()] });
      requireVotable(paper, { ideaIds: [...wanted].flatMap(([id, mark]) => (mark === null ? [] : [id])), candidates });
      requirePoints(paper.ballot, { paper: after, candidates });
      await requireEnvelopes(tx, viewer, paper, { paper: after, candidates });
      await write(tx, paper, { before, after });
      await this.takePart(tx, viewer, paper, after.size > 0);
      return paper.ballot;
    });
  }

  /**
   * Says which of two ideas is the better one; null: the viewer passes. The same two again: the newest answer counts.
   * Errors: ID_INVALID, BALLOT_NOT_FOUND, CAMPAIGN_NOT_NOW, BALLOT_OTHER_WAY, VOTE_INVALID, VOTE_IDEA_INVALID, IDEA_OWN.
   */
  async compare(viewer: Viewer, { ballotId, ideaIds, preferredId }: { ballotId: string; ideaIds: readonly string[]; preferredId?: string | null }): Promise<BallotEntity> {
    const pair = ideaIds.map((id) => checkedId('ideaIds', id)).toSorted();
    const [firstId, secondId] = pair;
    const better = preferredId == null ? null : checkedId('preferredId', preferredId);
    if (pair.length !== 2 || firstId === secondId || (better !== null && !pair.includes(better))) throw ideasErrors.voteInvalid();
    return this.transactions.run(async (tx) => {
      const paper = await this.lock.forVoter(tx, viewer, ballotId);
      if (paper.ballot.kind !== 'pairs') throw ideasErrors.ballotOtherWay(paper.ballot.kind);
      requireVotable(paper, { ideaIds: pair, candidates: await this.lock.candidates(tx, viewer, { campaignId: paper.ballot.campaignId, ids: pair }) });
      await tx.manager.query(
        `INSERT INTO ballot_pair (ballot_id, voter, first_id, second_id, person_id, preferred) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (ballot_id, voter, first_id, second_id) DO UPDATE SET preferred = EXCLUDED.preferred`,
        [paper.ballot.id, paper.voter, firstId, secondId, paper.personId, better === null ? 0 : pair.indexOf(better) + 1],
      );
      await this.takePart(tx, viewer, paper, true);
      return paper.ballot;
    });
  }

  /** Whoever takes everything back has not taken part. */
  private async takePart(tx: Transaction, viewer: Viewer, { ballot }: HeldPaper, hasVoted: boolean): Promise<void> {
    const statement = hasVoted
      ? `INSERT INTO ballot_voter (ballot_id, person_id, voted_on) VALUES ($1, $2, (now() AT TIME ZONE 'UTC')::date) ON CONFLICT DO NOTHING`
      : `DELETE FROM ballot_voter WHERE ballot_id = $1 AND person_id = $2`;
    await tx.manager.query(statement, [ballot.id, viewer.personId]);
  }
}

function checkedVotes(votes: readonly CastVote[]): Map<string, number | null> {
  if (votes.length > mostVotes) throw platformErrors.tooManyItems('votes', mostVotes);
  const wanted = new Map(votes.map(({ ideaId, mark }) => [checkedId('votes', ideaId), mark ?? null]));
  if (wanted.size !== votes.length) throw ideasErrors.voteInvalid();
  return wanted;
}

/** Errors: VOTE_IDEA_INVALID, IDEA_OWN. */
function requireVotable({ ballot, envelopes }: HeldPaper, { ideaIds, candidates }: { ideaIds: readonly string[]; candidates: readonly (Candidate & { isOwn: boolean })[] }): void {
  const known = new Map(candidates.map((idea) => [idea.id, idea]));
  for (const id of ideaIds) {
    const idea = known.get(id);
    if (!idea || (ballot.kind === 'budget' && envelopeOf(idea, envelopes) === null)) throw ideasErrors.voteIdeaInvalid();
    if (idea.isOwn) throw ideasErrors.ownIdea();
  }
}

/** Errors: VOTE_ENVELOPE_EXCEEDED. */
async function requireEnvelopes(tx: Transaction, viewer: Viewer, { ballot, envelopes }: HeldPaper, whole: WholePaper): Promise<void> {
  const exceeded = exceededEnvelope(envelopes, whole);
  if (!exceeded) return;
  const [asked]: { isBlind: boolean }[] = await tx.manager.query(`SELECT ${judgesBlind('$1::uuid', '$2::uuid')} AS "isBlind"`, [ballot.campaignId, viewer.personId]);
  throw ideasErrors.envelopeExceeded(asked?.isBlind && isByDepartment(envelopes.keys()) ? undefined : exceeded);
}

async function marksOf(tx: Transaction, { ballot, voter }: HeldPaper): Promise<Map<string, number>> {
  const votes = await tx.manager.findBy(BallotVoteEntity, { ballotId: ballot.id, voter });
  return new Map(votes.map(({ ideaId, mark }) => [ideaId, mark]));
}

async function write(tx: Transaction, { ballot, voter, personId }: HeldPaper, { before, after }: { before: ReadonlyMap<string, number>; after: ReadonlyMap<string, number> }): Promise<void> {
  const gone = [...before.keys()].filter((id) => !after.has(id));
  const changed = [...after].filter(([id, mark]) => before.get(id) !== mark);
  if (gone.length > 0) await tx.manager.query(`DELETE FROM ballot_vote WHERE ballot_id = $1 AND voter = $2 AND idea_id = ANY($3)`, [ballot.id, voter, gone]);
  if (changed.length === 0) return;
  await tx.manager.query(
    `INSERT INTO ballot_vote (ballot_id, voter, idea_id, person_id, mark) SELECT $1, $2, given.idea_id, $3, given.mark FROM unnest($4::uuid[], $5::int[]) AS given (idea_id, mark)
     ON CONFLICT (ballot_id, voter, idea_id) DO UPDATE SET mark = EXCLUDED.mark`,
    [ballot.id, voter, personId, changed.map(([id]) => id), changed.map(([, mark]) => mark)],
  );
}
