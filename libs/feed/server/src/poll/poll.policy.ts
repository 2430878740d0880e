/** Of fewer votes the result would tell who chose what. */
export const fewestAnonymousVotes = 3;

interface Voting {
  isAnonymous: boolean;
  closesAt: Date | null;
  voterCount: number;
  viewerHasVoted: boolean;
}

export const isClosed = ({ closesAt }: Pick<Voting, 'closesAt'>, now = new Date()): boolean => closesAt !== null && closesAt <= now;

/** Results do not lead anybody: they are shown once one has voted, or when there is no more voting. */
export function showsResults(poll: Voting, now = new Date()): boolean {
  if (poll.isAnonymous && poll.voterCount < fewestAnonymousVotes) return false;
  return poll.viewerHasVoted || isClosed(poll, now);
}

/** A vote by name can be changed until the close; an anonymous one cannot be found again, so it is final. */
export const canVote = (poll: Voting, now = new Date()): boolean => !isClosed(poll, now) && !(poll.isAnonymous && poll.viewerHasVoted);
