import { dayMs } from '@parvis/platform/server';

/** Everything that the rank of a post is made of: facts about the post and about what the reader has chosen; nothing of what they clicked on. */
export interface PostFacts {
  id: string;
  createdAt: Date;
  isOwn: boolean;
  mentionsViewer: boolean;
  authorFollowed: boolean;
  communityJoined: boolean;
  toCompany: boolean;
  tagsFollowed: string[];
  isQuestion: boolean;
  byExecutive: boolean;
  executiveAnswered: boolean;
  comments: number;
  commentsOfFollowed: number;
  reactions: number;
}

export const reasonCodes = [
  'to-me', 'person-followed', 'community-joined', 'tag-followed', 'whole-company', 'executive', 'executive-answered', 'question-unanswered',
  'followed-commented', 'echo', 'own', 'open-community', 'age',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** One part of a rank, or one reason for being there. */
export interface Reason {
  code: ReasonCode;
  /** Null when nothing is ranked. */
  points: number | null;
  /** How many comments, or comments and reactions, when it is about them. */
  count: number | null;
  tags: string[];
}

/** How far « what I missed » looks back, and how many of the newest unread posts it ranks at most. */
export const missedWindowDays = 14;
export const missedCandidates = 300;
/** After so many days half of the points are left. */
export const halfLifeDays = 3;

/** The formula: what is worth how much. The page that explains the feed is made from it. */
export const formula = {
  'to-me': { points: 8, atMost: null },
  'person-followed': { points: 4, atMost: null },
  'community-joined': { points: 3, atMost: null },
  'tag-followed': { points: 3, atMost: null },
  'question-unanswered': { points: 3, atMost: null },
  'followed-commented': { points: 2, atMost: 6 },
  executive: { points: 2, atMost: null },
  'executive-answered': { points: 1, atMost: null },
  'whole-company': { points: 1, atMost: null },
} as const satisfies Partial<Record<ReasonCode, { points: number; atMost: number | null }>>;
type Weighed = keyof typeof formula;

const halfLifeMs = halfLifeDays * dayMs;
const hundredths = (points: number): number => Math.round(points * 100);

/** The facts that speak for a post, in the order in which they are told, with how often each holds. */
function heldBy(facts: PostFacts): { code: Weighed; times: number; count: number | null; tags: string[] }[] {
  const once = (code: Weighed, holds: boolean, tags: string[] = []) => (holds ? [{ code, times: 1, count: null, tags }] : []);
  const { commentsOfFollowed } = facts;
  return [
    ...once('to-me', facts.mentionsViewer),
    ...once('person-followed', facts.authorFollowed),
    ...once('community-joined', facts.communityJoined),
    ...once('tag-followed', facts.tagsFollowed.length > 0, facts.tagsFollowed),
    ...once('whole-company', facts.toCompany),
    ...once('executive', facts.byExecutive),
    ...once('executive-answered', facts.executiveAnswered),
    ...once('question-unanswered', facts.isQuestion && facts.communityJoined && facts.comments === 0),
    ...(commentsOfFollowed > 0 ? [{ code: 'followed-commented' as const, times: commentsOfFollowed, count: commentsOfFollowed, tags: [] }] : []),
  ];
}

/** Why a post is in a feed that ranks nothing: what the reader follows and belongs to. */
export function reasonsToShow(facts: PostFacts): Reason[] {
  const chosen = heldBy(facts).filter(({ code }) => code !== 'question-unanswered' && code !== 'followed-commented');
  const reasons = chosen.map(({ code, tags }) => ({ code, points: null, count: null, tags }));
  const plain = (code: ReasonCode): Reason => ({ code, points: null, count: null, tags: [] });
  if (facts.isOwn) return [plain('own'), ...reasons];
  return reasons.length > 0 ? reasons : [plain('open-community')];
}

export interface Ranked {
  id: string;
  /** The sum of the reasons' points, in hundredths. */
  rank: number;
  reasons: Reason[];
}

/**
 * The rank of a post in « what I missed » at an instant, and its parts, which add up to it: the points of the formula, log₂(1 + reactions +
 * 2 × comments) for the echo that it found, and what its age takes away (half every three days).
 */
export function ranked(facts: PostFacts, at: Date): Ranked {
  const parts: Reason[] = heldBy(facts).map(({ code, times, count, tags }) => {
    const { points, atMost } = formula[code];
    return { code, points: hundredths(Math.min(points * times, atMost ?? Infinity)), count, tags };
  });
  const echoes = facts.reactions + 2 * facts.comments;
  if (echoes > 0) parts.push({ code: 'echo', points: hundredths(Math.log2(1 + echoes)), count: facts.reactions + facts.comments, tags: [] });
  const fresh = parts.reduce((sum, { points }) => sum + (points ?? 0), 0);
  const ageMs = Math.max(0, at.getTime() - facts.createdAt.getTime());
  const rank = Math.round(fresh * 0.5 ** (ageMs / halfLifeMs));
  if (rank < fresh) parts.push({ code: 'age', points: rank - fresh, count: null, tags: [] });
  return { id: facts.id, rank, reasons: parts.map((part) => ({ ...part, points: (part.points ?? 0) / 100 })) };
}

/** The highest rank first; of equals the newest. */
export const byRank = (a: Pick<Ranked, 'rank' | 'id'>, b: Pick<Ranked, 'rank' | 'id'>): number =>
  b.rank - a.rank || Number(a.id < b.id) - Number(a.id > b.id);
