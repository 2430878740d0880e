import { replyTime } from './calendar.ts';
import { audienceSize, drawReactor, nobody } from './cast.ts';
import type { Scene } from './cast.ts';
import { Stream, hashText } from './prng.ts';
import type { ReactionKind, ReactionRecord, VoteRecord } from './records.ts';
import type { World } from './world.ts';

const REACTION = hashText('reaction');
const VOTE = hashText('vote');
const mostVotes = 24;
/** The tail of the distribution: most get none to three, a few get dozens. */
const tail = 0.55;

export interface Reacted {
  id: string;
  /** Numbers the target among all posts or all comments. */
  index: number;
  author: number;
  time: number;
  scene: Scene;
  kinds: readonly ReactionKind[];
  /** Mean warmth: about the number of reactions. */
  warmth: number;
  isComment: boolean;
}

/** The first kinds are the usual ones; any other happens. */
function drawKind(draws: Stream, kinds: readonly ReactionKind[]): ReactionKind {
  return kinds[Math.floor(kinds.length * draws.unit() ** 1.6)]!;
}

export function* reactionsTo(world: World, target: Reacted): Generator<ReactionRecord> {
  const draws = new Stream(world.seed, target.isComment ? REACTION + 1 : REACTION, target.index);
  const tailed = target.warmth * (Math.max(1e-7, draws.unit()) ** -tail - 1);
  const wish = Math.min(Math.floor(tailed), Math.floor(audienceSize(world, target.scene.community) * 0.3));
  const seen = new Set<number>([target.author]);
  for (let tries = 0; seen.size <= wish && tries < 3 * wish; tries += 1) {
    const person = drawReactor(world, draws, target.scene);
    if (person === nobody || seen.has(person)) continue;
    seen.add(person);
    yield {
      type: 'reaction',
      target: target.id,
      person: world.people.identifiers[person]!,
      kind: drawKind(draws, target.kinds),
      createdAt: new Date(replyTime(draws, target.time, world.period.endMs)).toISOString(),
    };
  }
}

export interface Answered {
  id: string;
  /** Numbers the answer among all comments. */
  index: number;
  author: number;
  time: number;
  scene: Scene;
  accepted: boolean;
}

/** Who found an answer useful: most get none to three votes, the accepted one some more. */
export function* votesFor(world: World, answer: Answered): Generator<VoteRecord> {
  const draws = new Stream(world.seed, VOTE, answer.index);
  const wish = Math.min(mostVotes, Math.floor((answer.accepted ? 2.4 : 0.8) * (Math.max(1e-7, draws.unit()) ** -tail - 0.6)));
  const seen = new Set<number>([answer.author]);
  for (let tries = 0; seen.size <= wish && tries < 3 * wish; tries += 1) {
    const person = drawReactor(world, draws, answer.scene);
    if (person === nobody || seen.has(person)) continue;
    seen.add(person);
    yield { type: 'vote', comment: answer.id, person: world.people.identifiers[person]!, createdAt: new Date(replyTime(draws, answer.time, world.period.endMs)).toISOString() };
  }
}
