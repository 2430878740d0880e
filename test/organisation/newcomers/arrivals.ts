import { dayMs, workingDayBefore } from '../calendar.ts';
import { joinedAt, nineUtcMs } from '../memberships.ts';
import { Stream, hashText } from '../prng.ts';
import type { World } from '../world.ts';

const HIRE = hashText('hire who joins');
/** Where whoever was just hired goes first, most often. */
const firstPlace = 'Parrainage des nouveaux';
const daysToJoin = 8;

/** Somebody who comes into a community. */
export interface Arrival {
  person: number;
  community: number;
  joinedAt: number;
  /** Days before the end, as the rest of the company counts them. */
  daysBefore: number;
  /** Of somebody who was just hired, beside the communities that they join later. */
  isOfHire: boolean;
}

/** Who came into a community while posts were written, the earliest first: by days, which do not move with the calendar. */
export function arrivalsOf(world: World): Arrival[] {
  return [...members(world), ...hires(world)].sort((a, b) => b.daysBefore - a.daysBefore || a.person - b.person || a.community - b.community);
}

function* members({ people, communities, memberships, period }: World): Generator<Arrival> {
  for (let community = 0; community < communities.length; community += 1) {
    for (const person of memberships.members(community)) {
      const daysBefore = memberships.joinedDaysBefore(person, community);
      const isNew = daysBefore < period.days && !memberships.animators(community).includes(person) && !people.face(person);
      if (isNew) yield { person, community, joinedAt: joinedAt(memberships, period.endMs, { person, community }), daysBefore, isOfHire: false };
    }
  }
}

/** Whoever is hired joins a community in their first days, three times in four. */
function* hires({ seed, people, communities, memberships, period }: World): Generator<Arrival> {
  for (let person = 0; person < people.count; person += 1) {
    const hired = people.hiredDaysBefore[person]!;
    if (hired >= period.days || people.face(person)) continue;
    const draws = new Stream(seed, HIRE, person);
    const daysBefore = hired - 1 - draws.below(daysToJoin);
    const language = people.firstLanguage(person);
    const open = communities.flatMap(({ name, stock, createdDaysBefore }, community) => {
      const isForThem = stock.visibility === 'open' && [language, 'both'].includes(stock.language) && createdDaysBefore > hired + daysToJoin;
      return isForThem && !memberships.members(community).includes(person) ? [{ name, community }] : [];
    });
    const first = draws.chance(0.6) ? open.find(({ name }) => name === firstPlace) : undefined;
    const { community } = first ?? (open.length > 0 ? draws.pick(open) : { community: -1 });
    if (community < 0 || draws.chance(0.25)) continue;
    const morning = workingDayBefore(period.endMs, daysBefore) + nineUtcMs;
    yield { person, community, joinedAt: morning + draws.below(Math.floor(dayMs / 4)), daysBefore, isOfHire: true };
  }
}
