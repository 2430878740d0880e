import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { aPost } from '@parvis/feed/server/testing';
import { type PersonEntity, roles } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { forgetPlacesOf } from '../roll-up/forget-places.ts';
import { rollUp, rollUpAnew } from '../roll-up/roll-up.ts';
import { engagementAndBelow } from '../testing/domains.ts';
import { Network } from '../testing/network.ts';
import { decodeCommunities } from './community-day.ts';

const READ = `query ($from: Date!, $to: Date!, $department: ID) { engagement(from: $from, to: $to, department: $department) { communities {
  communities aliveShare crossingMedian daysPerWeekMedian newcomers welcomedShare
} } }`;

const march = ['2026-03-01', '2026-03-31'] as const;
let api: TestApi;
let network: Network;
let hr: PersonEntity;
let a: PersonEntity[], b: PersonEntity[];
let those: CommunityEntity[];

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
});
afterAll(() => api.stop());

/** Somebody of the HR file, who has been there always. */
const told = () => aPerson().with({ owners: { surname: 'hr' } });
const staff = (department: string, number: number) => Promise.all(Array.from({ length: number }, () => told().in(department).save(api.manager)));
const at = (day: string): Date => new Date(`${day}T12:00:00Z`);

async function read(from: string, to: string, department: string | null = null) {
  await rollUp(api.dataSource);
  return (await api.as(hr).send<{ engagement: { communities: Record<string, number | null> | null } }>(READ, { from, to, department })).engagement.communities;
}

async function communityOf(members: PersonEntity[], { archived = false } = {}): Promise<CommunityEntity> {
  const builder = aCommunity().with(...members);
  const community = await (archived ? builder.archived() : builder).save(api.manager);
  await api.manager.query(`UPDATE community SET created_at = '2025-12-01', archived_at = CASE WHEN archived_at IS NOT NULL THEN timestamptz '2026-03-20' END WHERE id = $1`, [community.id]);
  await api.manager.query(`UPDATE membership SET joined_at = '2025-12-01' WHERE community_id = $1`, [community.id]);
  return community;
}

/** Somebody of the workshop writes, and so many of the workshop and of the office comment on it. */
async function exchange(community: CommunityEntity, day: string, within: number, across: number): Promise<void> {
  const post = await aPost().by(a[0] as PersonEntity).in(community).writtenAt(at(day)).save(api.manager);
  for (let i = 0; i < within + across; i += 1) await network.answer((i < within ? a[1] : b[1]) as PersonEntity, post.id, day, '13:00:00Z');
}

async function join(community: CommunityEntity, people: PersonEntity[], day: string): Promise<void> {
  await api.manager.query(`INSERT INTO membership (id, community_id, person_id, role, joined_at) SELECT gen_random_uuid(), $1, unnest($2::uuid[]), 'member', $3`, [community.id, people.map(({ id }) => id), at(day)]);
}

/** Six communities of ten members, one that is too small and one that is at rest. */
beforeEach(async () => {
  await api.manager.query('TRUNCATE person, engagement_standing, engagement_leave, engagement_former, community, post, comment, reaction, engagement_event, engagement_pending, engagement_day CASCADE');
  network = new Network(api.manager);
  [a, b] = await Promise.all([staff('Atelier', 12), staff('Bureau', 12)]);
  hr = await told().in('Atelier').being('hr').save(api.manager);
  const ten = [...a.slice(0, 5), ...b.slice(0, 5)];
  those = [];
  for (let i = 0; i < 6; i += 1) those.push(await communityOf(ten));
  const [small, resting] = [await communityOf(ten.slice(1)), await communityOf(ten, { archived: true })];
  for (const other of [small, resting]) await exchange(other, '2026-03-10', 10, 0);
  const [one, two, three, four, five, six] = those as [CommunityEntity, CommunityEntity, CommunityEntity, CommunityEntity, CommunityEntity, CommunityEntity];
  await exchange(one, '2026-03-10', 10, 0);
  await exchange(two, '2026-03-10', 8, 2);
  await exchange(three, '2026-03-10', 5, 5);
  await exchange(four, '2026-03-10', 4, 6);
  await exchange(five, '2026-03-31', 0, 10);
  // Too few to count, and the day before the last thirty.
  await exchange(six, '2026-03-01', 0, 9);
  for (const [community, days] of [[one, 4], [two, 3], [three, 2], [four, 1]] as const) for (let i = 1; i <= days; i += 1) await aPost().by(b[0] as PersonEntity).in(community).writtenAt(at(`2026-03-${20 + i}`)).save(api.manager);
});

describe('how communities live', () => {
  it('is what comes out on paper', async () => {
    expect(await read(...march)).toEqual({
      communities: 6,
      // All but the sixth.
      aliveShare: 0.8333,
      // Of 0, 0.2, 0.5, 0.6 and 1.
      crossingMedian: 0.5,
      // 5, 4, 3, 2, 1 and 1 days of 31: the median is 2.5.
      daysPerWeekMedian: 0.6,
      newcomers: null,
      welcomedShare: null,
    });
    // All but the one that wrote on the last day had done nothing by the ninth.
    expect(await read('2026-03-01', '2026-03-09')).toMatchObject({ communities: 7, aliveShare: 0.1429, crossingMedian: null, daysPerWeekMedian: 0 });
    await rollUpAnew(api.dataSource);
    expect(await read(...march)).toMatchObject({ communities: 6, aliveShare: 0.8333, crossingMedian: 0.5, daysPerWeekMedian: 0.6 });
  });

  it('tells who is welcomed within fourteen days, of those who joined on enough days together', async () => {
    const [one, two] = those as [CommunityEntity, CommunityEntity];
    const [[a5, a6], [b5, b6]] = [a.slice(5, 7), b.slice(5, 7)] as [[PersonEntity, PersonEntity], [PersonEntity, PersonEntity]];
    await join(one, a.slice(5, 10), '2026-03-03');
    await join(one, b.slice(5, 10), '2026-03-04');
    const mention = (whom: PersonEntity, community: CommunityEntity, day: string) => aPost().by(a[0] as PersonEntity).in(community).mentioning(whom).writtenAt(at(day)).save(api.manager);
    await mention(a5, one, '2026-03-03');
    const post = await aPost().by(b5).in(one).writtenAt(at('2026-03-05')).save(api.manager);
    await network.answer(a[0] as PersonEntity, post.id, '2026-03-17');
    // Elsewhere, and a day too late.
    await mention(a6, two, '2026-03-05');
    await mention(b6, one, '2026-03-18');
    expect(await read(...march)).toMatchObject({ newcomers: 10, welcomedShare: 0.2 });
    expect(await read('2026-03-03', '2026-03-04')).toMatchObject({ newcomers: 10, welcomedShare: 0.2 });
    // Of five people nothing is told.
    for (const [from, to] of [['2026-03-04', '2026-03-31'], ['2026-03-01', '2026-03-03']] as const) expect(await read(from, to)).toMatchObject({ newcomers: null, welcomedShare: null });
  });

  it('is told of the whole company alone, and of five communities or more', async () => {
    expect(await read(...march, 'Atelier')).toBeNull();
    expect(await read(...march)).toMatchObject({ communities: 6 });
    await api.manager.query('DELETE FROM membership WHERE person_id = $1 AND community_id = ANY ($2)', [a[4]?.id, those.slice(4).map(({ id }) => id)]);
    expect(await read(...march)).toBeNull();
  });

  it('forgets who it was when the days are closed', async () => {
    await read(...march);
    await forgetPlacesOf(api.dataSource, '2026-03-11');
    expect(await read(...march)).toMatchObject({ aliveShare: null, crossingMedian: 0.5, daysPerWeekMedian: 0.6 });
    const days: { isOld: boolean; communities: Buffer }[] = await api.manager.query(`SELECT day < '2026-03-11' AS "isOld", communities FROM engagement_day WHERE communities <> ''`);
    const naming = days.filter(({ communities }) => decodeCommunities(communities).people.length > 0);
    expect([naming.some(({ isOld }) => isOld), naming.some(({ isOld }) => !isOld)]).toEqual([false, true]);
  });

  it('is told to HR, and to nobody else', async () => {
    await expect(read(...march)).resolves.toMatchObject({ communities: 6 });
    for (const role of roles.filter((other) => other !== 'hr')) {
      const somebody = await aPerson().being(role).save(api.manager);
      await expect(api.as(somebody).send(READ, { from: march[0], to: march[1] })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});
