import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import { type PersonEntity, roles } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { dayMs } from '@parvis/platform/server';
import { dayNumber, dayOf } from '../period/day.ts';
import { rollUp } from '../roll-up/roll-up.ts';
import { engagementAndBelow } from '../testing/domains.ts';
import { forgetActivations, noteActivations } from './activation.ts';
import { countArrivals } from './arrivals.ts';
import { lastDayOf } from './cohorts.ts';

const READ = `query ($from: Date!, $to: Date!, $department: ID) { engagement(from: $from, to: $to, department: $department) { arrivals {
  from to people activatedShare activatedUntold retention { fromDay toDay share untold }
} } }`;

interface Cohort {
  from: string;
  to: string;
  people: number;
  activatedShare: number | null;
  activatedUntold: string | null;
  retention: { share: number | null; untold: string | null }[];
}

const today = Math.floor(Date.now() / dayMs);
/** So many months ago, as 2026-03. */
const monthsAgo = (number: number): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - number, 1)).toISOString().slice(0, 7);
};
const firstOf = (month: string): number => dayNumber(`${month}-01`);

let api: TestApi;
let hr: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE person, engagement_arrival_month, engagement_standing, engagement_leave, engagement_former, community, engagement_event, engagement_pending, engagement_visit, engagement_writing, engagement_day CASCADE');
  hr = await aPerson().with({ owners: { surname: 'hr' } }).in('Atelier').being('hr').save(api.manager);
  // Who has been there always has not arrived.
  await Promise.all(Array.from({ length: 10 }, () => aPerson().with({ owners: { surname: 'hr' } }).in('Atelier').save(api.manager)));
});

/** Somebody of the HR file, hired on a day. */
async function hired(day: number): Promise<PersonEntity> {
  const person = await aPerson().with({ owners: { surname: 'hr' } }).in('Atelier').save(api.manager);
  await api.manager.query('INSERT INTO profile (person_id, hired_on) VALUES ($1, $2) ON CONFLICT (person_id) DO UPDATE SET hired_on = excluded.hired_on', [person.id, dayOf(day)]);
  return person;
}
/** One a day, from the first of a month on. */
const arriving = (month: string, number: number) => Promise.all(Array.from({ length: number }, (_, i) => hired(firstOf(month) + i)));
const came = async (people: readonly PersonEntity[], after: number) => {
  for (const { id } of people) {
    await api.manager.query(`INSERT INTO engagement_visit (person_id, day) SELECT person_id, hired_on + $2::int FROM profile WHERE person_id = $1 ON CONFLICT DO NOTHING`, [id, after]);
  }
};
/** As after a night. */
const read = async (to = dayOf(today), department: string | null = null) => {
  await countArrivals(api.manager, today);
  return (await api.as(hr).send<{ engagement: { arrivals: Cohort[] | null } }>(READ, { from: dayOf(dayNumber(to) - 30), to, department })).engagement.arrivals;
};
const shares = (cohort: Cohort | undefined) => cohort?.retention.map(({ share, untold }) => share ?? untold);
const activated = (cohorts: readonly Cohort[] | null) => cohorts?.map(({ activatedShare, activatedUntold }) => activatedShare ?? activatedUntold);

describe('those who arrive', () => {
  let oldest: PersonEntity[], second: PersonEntity[], third: PersonEntity[];

  /** Twelve five months ago, four and seven in the months after, nine after these, and fifteen this month. */
  beforeEach(async () => {
    [oldest, second, third] = [await arriving(monthsAgo(5), 12), await arriving(monthsAgo(4), 4), await arriving(monthsAgo(3), 7)];
    await arriving(monthsAgo(2), 9);
    await Promise.all(Array.from({ length: 15 }, () => hired(firstOf(monthsAgo(0)))));
    await api.manager.query('INSERT INTO engagement_visit (person_id, day) VALUES ($1, $2)', [hr.id, dayOf(today - 300)]);
    await came(oldest.slice(0, 8), 30);
    // Twice, and once just before and just after.
    await came(oldest.slice(0, 2), 59);
    await came(oldest.slice(8, 10), 29);
    await came(oldest.slice(5, 9), 60);
    await came([...second.slice(0, 2), ...third.slice(0, 3)], 40);
  });

  it('are told of by months in which enough came, and by whether they came again', async () => {
    const cohorts = await read();
    expect(cohorts?.map(({ from, to, people }) => [from, to, people])).toEqual([[monthsAgo(5), monthsAgo(5), 12], [monthsAgo(4), monthsAgo(3), 11]]);
    // 8 of 12, 4 of 12, and 90 to 179 days are not over.
    expect(shares(cohorts?.[0])).toEqual([0.6667, 0.3333, 'NOT_OVER', 'NOT_OVER']);
    expect(shares(cohorts?.[1])?.[0]).toBe(0.4545);
    await hired(firstOf(monthsAgo(2)) + 20);
    expect((await read())?.map(({ people }) => people)).toEqual([12, 11, 10]);
  });

  it('are the same cohorts whatever period is asked for', async () => {
    const cohorts = await read();
    expect(await read(dayOf(lastDayOf(monthsAgo(3))))).toEqual(cohorts);
    expect(await read(dayOf(lastDayOf(monthsAgo(3)) - 1))).toEqual(cohorts?.slice(0, 1));
    expect(await read(dayOf(lastDayOf(monthsAgo(5))))).toEqual(cohorts?.slice(0, 1));
    expect(await read(dayOf(lastDayOf(monthsAgo(5)) - 1))).toEqual([]);
  });

  it('tells nothing of before the network was there', async () => {
    await api.manager.query('DELETE FROM engagement_visit WHERE day < $1::date', [dayOf(firstOf(monthsAgo(5)) + 31)]);
    expect(shares((await read())?.[0])).toEqual(['NOT_KNOWN', 0.3333, 'NOT_OVER', 'NOT_OVER']);
  });

  it('tells how many were active, of those of whom it was noted', async () => {
    const note = (people: readonly PersonEntity[], isActivated: (i: number) => boolean) =>
      Promise.all(people.map(({ id }, i) => api.manager.query('INSERT INTO engagement_arrival (person_id, arrived_on, is_activated) SELECT person_id, hired_on, $2 FROM profile WHERE person_id = $1', [id, isActivated(i)])));
    await note(oldest.slice(0, 10), (i) => i < 4);
    await note([...second, ...third.slice(0, 5)], () => true);
    expect(activated(await read())).toEqual([0.4, 'TOO_FEW']);
    await note(third.slice(5, 6), () => false);
    expect(activated(await read())).toEqual([0.4, 0.9]);
    await forgetActivations(api.manager, dayOf(today));
    expect(activated(await read())).toEqual(['TOO_FEW', 'TOO_FEW']);
  });

  it('are counted once a day, by whoever asks first if nobody has at night', async () => {
    const asked = async () => (await api.as(hr).send<{ engagement: { arrivals: Cohort[] } }>(READ, { from: dayOf(today), to: dayOf(today) })).engagement.arrivals.map(({ people }) => people);
    expect(await asked()).toEqual([12, 11]);
    await hired(firstOf(monthsAgo(2)) + 20);
    expect(await asked()).toEqual([12, 11]);
    await api.manager.query('UPDATE engagement_arrival_month SET counted_on = counted_on - 1');
    expect(await asked()).toEqual([12, 11, 10]);
    const [{ days }] = await api.manager.query('SELECT count(DISTINCT counted_on)::int AS days FROM engagement_arrival_month');
    expect(days).toBe(1);
  });

  it('are told of for the whole company alone, to HR and to nobody else', async () => {
    await expect(read()).resolves.toHaveLength(2);
    expect(await read(dayOf(today), 'Atelier')).toBeNull();
    for (const role of roles.filter((other) => other !== 'hr')) {
      const somebody = await aPerson().being(role).save(api.manager);
      await expect(api.as(somebody).send(READ, { from: dayOf(today), to: dayOf(today) })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});

describe('those who arrive together', () => {
  const BRACKET = `query ($from: Date!, $to: Date!) { engagement(from: $from, to: $to, seniority: FIRST_YEAR) { people adoption { visitors } } }`;
  const start = firstOf(monthsAgo(5));

  it('are not told of while the bracket of the first year holds few besides, who would be the difference', async () => {
    const [together, later] = [await Promise.all(Array.from({ length: 10 }, () => hired(start))), await hired(start + 45)];
    await api.manager.query('INSERT INTO engagement_visit (person_id, day) VALUES ($1, $2)', [hr.id, dayOf(today - 300)]);
    await came(together.slice(0, 4), 40);
    await came([later], 5);
    await api.manager.query('INSERT INTO engagement_pending (day, actor_id, is_visit) SELECT day, person_id, true FROM engagement_visit');
    await rollUp(api.dataSource);
    // Four of the ten, and whoever came later: with the share of the ten, one would know it.
    expect(await api.as(hr).send(BRACKET, { from: dayOf(start + 30), to: dayOf(start + 59) })).toEqual({ engagement: { people: 11, adoption: { visitors: 5 } } });
    expect(shares((await read())?.[0])).toEqual(['TOO_FEW', 'TOO_FEW', 'NOT_OVER', 'NOT_OVER']);
    await Promise.all(Array.from({ length: 9 }, () => hired(start + 46)));
    expect(shares((await read())?.[0])).toEqual([0.4, 0, 'NOT_OVER', 'NOT_OVER']);
  });

  it('are told of when nobody arrived besides, or only after their time', async () => {
    const together = await Promise.all(Array.from({ length: 10 }, () => hired(start)));
    await api.manager.query('INSERT INTO engagement_visit (person_id, day) VALUES ($1, $2)', [hr.id, dayOf(today - 300)]);
    await came(together.slice(0, 4), 40);
    expect(shares((await read())?.[0])).toEqual([0.4, 0, 'NOT_OVER', 'NOT_OVER']);
    await hired(start + 60);
    expect(shares((await read())?.[0])).toEqual([0.4, 'TOO_FEW', 'NOT_OVER', 'NOT_OVER']);
  });

  it('are not told of with the one of them who came on another day', async () => {
    await Promise.all(Array.from({ length: 10 }, () => hired(start)));
    await hired(start + 3);
    await api.manager.query('INSERT INTO engagement_visit (person_id, day) VALUES ($1, $2)', [hr.id, dayOf(today - 300)]);
    expect(shares((await read())?.[0])).toEqual(['TOO_FEW', 'TOO_FEW', 'NOT_OVER', 'NOT_OVER']);
  });
});

describe('whether somebody was active', () => {
  /** With a skill, in a community since a day after arrival, and having written on one. */
  async function somebody(arrivedOn: number, { says = true, joinedAfter = 3 as number | null, wroteAfter = 13 as number | null } = {}): Promise<string> {
    const person = await hired(arrivedOn);
    if (says) await api.manager.query(`UPDATE profile SET ask_me_about = '{bearings}' WHERE person_id = $1`, [person.id]);
    const { id } = await aCommunity().with(...(joinedAfter === null ? [] : [person])).save(api.manager);
    if (joinedAfter !== null) await api.manager.query('UPDATE membership SET joined_at = $2 WHERE community_id = $1', [id, new Date((arrivedOn + joinedAfter) * dayMs)]);
    if (wroteAfter !== null) await api.manager.query('INSERT INTO engagement_writing (person_id, day) VALUES ($1, $2)', [person.id, dayOf(arrivedOn + wroteAfter)]);
    return person.id;
  }
  const noted = async (id: string): Promise<boolean | undefined> =>
    (await api.manager.query<{ isActivated: boolean }[]>('SELECT is_activated AS "isActivated" FROM engagement_arrival WHERE person_id = $1', [id]))[0]?.isActivated;

  it('is noted when fourteen days are over, and needs a profile, a community and something written', async () => {
    const active = await somebody(today - 14);
    const others = [await somebody(today - 14, { says: false }), await somebody(today - 14, { joinedAfter: null }), await somebody(today - 14, { joinedAfter: 14 }), await somebody(today - 14, { wroteAfter: null })];
    const late = await somebody(today - 15, { wroteAfter: 14 });
    const [young, old] = [await somebody(today - 13), await somebody(today - 18)];
    await noteActivations(api.manager, dayOf(today));
    expect(await noted(active)).toBe(true);
    for (const other of [...others, late]) expect(await noted(other)).toBe(false);
    for (const other of [young, old]) expect(await noted(other)).toBeUndefined();
    // Once: what comes later changes nothing.
    await api.manager.query(`UPDATE profile SET ask_me_about = '{bearings}' WHERE person_id = $1`, [others[0]]);
    await noteActivations(api.manager, dayOf(today));
    expect(await noted(others[0] as string)).toBe(false);
    await forgetActivations(api.manager, dayOf(today - 14));
    expect(await noted(late)).toBeUndefined();
    expect(await noted(active)).toBe(true);
  });
});
