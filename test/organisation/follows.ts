import type { People } from './people.ts';
import { Stream, hashText } from './prng.ts';
import type { FollowRecord } from './records.ts';

const FOLLOWS = hashText('follows');
const mostFollowed = 60;

function followee(people: People, person: number, draws: Stream): number {
  const kind = draws.unit();
  if (kind < 0.12) return people.executives[Math.floor(people.executives.length * draws.unit() ** 2)]!;
  const pool = kind < 0.7 ? people.byActivityIn[people.hierarchy.department[person]!]! : people.byActivity;
  return pool[Math.floor(pool.length * draws.unit() ** 2.5)]!;
}

/** Most follow a handful of people, some follow dozens; those who write are followed most. */
export function* followRecords(people: People): Generator<FollowRecord> {
  for (let person = 0; person < people.count; person += 1) {
    const role = people.face(person)?.role;
    if (role === 'newcomer') continue;
    const draws = new Stream(people.seed, FOLLOWS, person);
    const wish = role ? 18 : Math.floor(mostFollowed * draws.unit() ** 3);
    const followed = new Set<number>([person]);
    for (let tries = 0; followed.size <= wish && tries < 3 * wish; tries += 1) {
      const other = followee(people, person, draws);
      if (followed.has(other)) continue;
      followed.add(other);
      yield { type: 'follow', follower: people.identifiers[person]!, followee: people.identifiers[other]! };
    }
  }
}
