import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { aPost } from '@parvis/feed/server/testing';
import { anIdea } from '@parvis/ideas/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { newId } from '@parvis/platform/server';
import { rebuild } from '../roll-up/rebuild.ts';
import { rollUp, rollUpAnew } from '../roll-up/roll-up.ts';
import { engagementAndBelow } from '../testing/domains.ts';
import { mergeEngagement } from './merge.ts';

const READ = `query ($department: ID) { engagement(from: "2026-03-01", to: "2026-03-31", department: $department) {
  people adoption { visitors eligible } participation { contributors written } rhythm { hours } crossing { ties eiIndex modularity reciprocity }
  ideas { submitted authors } communities { communities aliveShare newcomers welcomedShare }
} }`;

interface Read {
  people: number;
  adoption: { visitors: number; eligible: number };
  crossing: { ties: number };
  ideas: { authors: number };
  communities: { newcomers: number; welcomedShare: number } | null;
}

let api: TestApi;
let hr: PersonEntity, one: PersonEntity, other: PersonEntity;
let workshop: PersonEntity[], office: PersonEntity[];

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE person, engagement_standing, engagement_leave, engagement_former, engagement_event, engagement_pending, engagement_visit, engagement_writing, engagement_day CASCADE');
  hr = await told().in('Bureau').being('hr').save(api.manager);
  [workshop, office] = [await inDepartment('Atelier', 12), await inDepartment('Bureau', 12)];
  [one, other] = [workshop[0], office[0]] as [PersonEntity, PersonEntity];
});

/** Somebody of the HR file, who has been there always. */
const told = () => aPerson().with({ owners: { surname: 'hr' } });
const inDepartment = (department: string, number: number): Promise<PersonEntity[]> => Promise.all(Array.from({ length: number }, () => told().in(department).save(api.manager)));

/** All that HR reads of March, of the company and of both departments. */
async function all(): Promise<Read[]> {
  await rollUp(api.dataSource);
  return Promise.all([null, 'Atelier', 'Bureau'].map(async (department) => (await api.as(hr).send<{ engagement: Read }>(READ, { department })).engagement));
}

const came = (person: PersonEntity, day: string) =>
  api.manager.query(`INSERT INTO session (id, token_hash, person_id, issuer, name_id, created_at, expires_at) VALUES ($1, $2, $3, '', '', $4, $4)`, [newId(), Buffer.from(newId()), person.id, `${day}T08:00:00Z`]);
const addressed = (from: PersonEntity, to: PersonEntity | null, day: string, subjectId = newId()) =>
  api.manager.query(`INSERT INTO engagement_event (at, kind, actor_id, target_id, subject_id) VALUES ($1, 'comment', $2, $3, $4)`, [`${day}T10:00:00Z`, from.id, to?.id ?? null, subjectId]);
/** A community that people joined on a day. */
async function joined(people: readonly PersonEntity[], day: string): Promise<CommunityEntity> {
  const place = await aCommunity().with(...people).save(api.manager);
  await api.manager.query('UPDATE community SET created_at = $2 WHERE id = $1', [place.id, `${day}T06:00:00Z`]);
  await api.manager.query('UPDATE membership SET joined_at = $2 WHERE community_id = $1', [place.id, `${day}T06:00:00Z`]);
  return place;
}
const readAnew = () => rollUpAnew(api.dataSource);
const away = (person: PersonEntity, from: string, until: string) =>
  api.manager.query(`INSERT INTO absence (person_id, told_by, from_day, until_day) VALUES ($1, 'hr', $2, $3)`, [person.id, from, until]);
/** It was told on an earlier day. */
const longKnown = () => api.manager.query(`UPDATE engagement_leave SET noted_on = '2026-01-01'`);

describe('somebody who is erased', () => {
  beforeEach(async () => {
    await addressed(one, other, '2026-03-09');
    await addressed(other, one, '2026-03-10');
    await addressed(office[1] as PersonEntity, one, '2026-03-11');
    await came(one, '2026-03-12');
    await away(workshop[1] as PersonEntity, '2026-03-01', '2026-04-15');
    await away(one, '2026-01-01', '2026-02-15');
  });

  it('counts as before, in figures and in headcounts, by a name that nobody knows', async () => {
    const before = await all();
    expect(before.map(({ people }) => people)).toEqual([24, 11, 13]);
    await api.manager.query('DELETE FROM person WHERE id = $1', [one.id]);
    expect(await api.as(hr).send(READ, { department: 'Atelier' })).toEqual({ engagement: before[1] });
    expect(await all()).toEqual(before);
    expect(await rebuild(api.dataSource)).toMatchObject({ differing: [] });
    expect(await all()).toEqual(before);
    const tables: { name: string }[] = await api.manager.query(`SELECT relname AS name FROM pg_class WHERE relname LIKE 'engagement\\_%' AND relkind IN ('r', 'p')`);
    expect(tables.length).toBeGreaterThan(12);
    const rows: { name: string; row: string }[] = (await Promise.all(tables.map(({ name }) => api.manager.query(`SELECT '${name}' AS name, told::text AS row FROM ${name} told`)))).flat();
    expect(rows.filter(({ row }) => row.includes(other.id)).length).toBeGreaterThan(3);
    expect(rows.filter(({ row }) => row.includes(one.id))).toEqual([]);
  });

  it('counts as before where they joined communities, made ideas with others, and by their own clock', async () => {
    const others = [...workshop.slice(2), ...office.slice(2)];
    for (let i = 0; i < 5; i += 1) await joined([one, ...others.slice(i)], '2026-03-02');
    const place = await joined([one, ...others], '2026-03-02');
    const { id: topic } = await aPost().in(place).by(other).save(api.manager);
    await addressed(other, one, '2026-03-04', topic);
    const { id: idea } = await anIdea(other).with(one).save(api.manager);
    await api.manager.query(`UPDATE idea SET submitted_at = '2026-03-05T12:00:00Z' WHERE id = $1`, [idea]);
    await api.manager.query(`INSERT INTO working_time (person_id, working_days, time_zone) VALUES ($1, '{1,2,3,4,5,6,7}', 'Pacific/Auckland')`, [one.id]);
    await readAnew();
    const before = await all();
    expect(before[0]).toMatchObject({ ideas: { authors: 2 }, communities: { newcomers: 21 + 21 + 20 + 19 + 18 + 17, welcomedShare: expect.closeTo(1 / 116, 4) } });
    await api.manager.query('DELETE FROM person WHERE id = $1', [one.id]);
    expect(await all()).toEqual(before);
    await readAnew();
    expect(await all()).toEqual(before);
  });

  it('has left by then', async () => {
    await api.manager.query('DELETE FROM person WHERE id = $1', [one.id]);
    await rollUp(api.dataSource);
    const [former] = await api.manager.query(`SELECT first_day, last_day = (now() AT TIME ZONE 'UTC')::date AS "isOver", was FROM engagement_former`);
    expect(former).toEqual({ first_day: null, isOver: true, was: null });
  });
});

describe('a long leave', () => {
  const eligible = async (): Promise<number[]> => (await all()).map(({ adoption }) => adoption.eligible);

  it('stays known when the absence is forgotten', async () => {
    await came(one, '2026-03-10');
    await away(one, '2026-02-01', '2026-04-15');
    expect(await eligible()).toEqual([24, 11, 13]);
    await api.manager.query('DELETE FROM absence WHERE until_day < now()::date - 1');
    expect(await eligible()).toEqual([24, 11, 13]);
    expect(await rebuild(api.dataSource)).toMatchObject({ differing: [] });
    expect((await all())[0]?.adoption.visitors).toBe(0);
  });

  it('was none when it is taken back on the day on which it was told, and none is what is short', async () => {
    await away(one, '2026-02-01', '2099-04-15');
    expect(await eligible()).toEqual([24, 11, 13]);
    await api.manager.query('DELETE FROM absence');
    expect(await eligible()).toEqual([25, 12, 13]);
    await away(one, '2026-03-01', '2026-03-29');
    expect(await eligible()).toEqual([25, 12, 13]);
  });

  it('was one until the day before, for whoever comes back early', async () => {
    await away(one, '2026-02-01', '2099-04-15');
    await longKnown();
    await api.manager.query('DELETE FROM absence');
    expect(await eligible()).toEqual([24, 11, 13]);
    const [{ isOver }] = await api.manager.query(`SELECT until_day = (now() AT TIME ZONE 'UTC')::date - 1 AS "isOver" FROM engagement_leave`);
    expect(isOver).toBe(true);
  });

  it('follows what is put right, and stays when the next one is told in its place', async () => {
    await away(one, '2026-02-01', '2026-04-15');
    await longKnown();
    await api.manager.query(`UPDATE absence SET from_day = '2026-04-01', until_day = '2026-05-15'`);
    expect(await eligible()).toEqual([25, 12, 13]);
    await api.manager.query(`UPDATE absence SET from_day = '2026-02-20'`);
    expect(await eligible()).toEqual([24, 11, 13]);
    await longKnown();
    await api.manager.query(`UPDATE absence SET from_day = '2026-06-01', until_day = '2026-07-15'`);
    expect(await eligible()).toEqual([24, 11, 13]);
    await api.manager.query(`UPDATE absence SET until_day = '2026-06-10'`);
    expect(await api.manager.query('SELECT from_day::text, until_day::text FROM engagement_leave ORDER BY 1')).toEqual([{ from_day: '2026-02-20', until_day: '2026-05-15' }]);
  });
});

describe('two people who turn out to be one', () => {
  it('are one from the first day, and have not addressed each other', async () => {
    const [twin, friend] = [workshop[1] as PersonEntity, office[1] as PersonEntity];
    await addressed(one, friend, '2026-03-05');
    await addressed(twin, friend, '2026-03-09');
    await addressed(friend, twin, '2026-03-10');
    await addressed(twin, one, '2026-03-11');
    for (const person of [one, twin]) await came(person, '2026-03-12');
    const [before] = await all();
    expect([before?.adoption, before?.crossing.ties]).toEqual([{ visitors: 3, eligible: 25 }, 4]);
    await api.dataSource.transaction(async (manager) => {
      await mergeEngagement(manager, twin.id, one.id);
      await manager.query('DELETE FROM person WHERE id = $1', [twin.id]);
    });
    const [after] = await all();
    expect([after?.adoption, after?.crossing.ties]).toEqual([{ visitors: 2, eligible: 24 }, 2]);
    expect(await rebuild(api.dataSource)).toMatchObject({ differing: [] });
    expect(await api.manager.query('SELECT * FROM engagement_former')).toEqual([]);
  });
});
