import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { aPost } from '@parvis/feed/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { rollUp, rollUpAnew } from '../roll-up/roll-up.ts';
import { engagementAndBelow } from '../testing/domains.ts';
import { Network } from '../testing/network.ts';

const READ = `query ($from: Date!, $to: Date!) { engagement(from: $from, to: $to) { communities { communities aliveShare crossingMedian daysPerWeekMedian newcomers welcomedShare } } }`;
const MERGE = `mutation ($input: MergeCommunitiesInput!) { mergeCommunities(input: $input) { id } }`;

const minGroup = 10;
const periods: readonly [string, string][] = [['2026-03-01', '2026-03-31'], ['2026-03-10', '2026-04-20'], ['2026-02-15', '2026-03-20'], ['2025-12-20', '2026-04-30'], ['2026-03-05', '2026-03-11']];
let api: TestApi;
let network: Network;
let hr: PersonEntity;
let staff: PersonEntity[];
let communities: CommunityEntity[];

/** Always the same numbers from 0 on, below a bound. */
let seed = 20_417;
const draw = (below: number): number => ((seed = (seed * 48_271) % 2_147_483_647), seed % below);
const one = <T>(of: readonly T[]): T => of[draw(of.length)] as T;
const dayIn = (from: string, days: number): string => new Date(Date.parse(from) + draw(days) * 86_400_000).toISOString().slice(0, 10);
const at = (day: string): Date => new Date(`${day}T12:00:00Z`);

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
  network = new Network(api.manager);
  const told = () => aPerson().with({ owners: { surname: 'hr' } });
  staff = [];
  for (let i = 0; i < 26; i += 1) staff.push(await told().in(i % 2 ? 'Atelier' : 'Bureau').save(api.manager));
  hr = await told().in('Atelier').being('hr').save(api.manager);
  communities = [];
  for (let i = 0; i < 8; i += 1) {
    const community = await aCommunity().animatedBy(staff[0] as PersonEntity).with(...staff.slice(1, 9 + i)).save(api.manager);
    await api.manager.query(`UPDATE community SET created_at = $2 WHERE id = $1`, [community.id, at(i === 3 ? '2026-03-06' : '2025-12-01')]);
    await api.manager.query(`UPDATE membership SET joined_at = '2025-12-01' WHERE community_id = $1`, [community.id]);
    communities.push(community);
  }
});
afterAll(() => api.stop());

/** Some join, some leave, and people talk to each other. */
async function happen(from: string, days: number): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    await api.manager.query(`INSERT INTO membership (id, community_id, person_id, role, joined_at) VALUES (gen_random_uuid(), $1, $2, 'member', $3) ON CONFLICT DO NOTHING`, [one(communities).id, one(staff).id, at(dayIn(from, days))]);
  }
  await api.manager.query(`DELETE FROM membership WHERE role = 'member' AND community_id = $1 AND person_id = ANY ($2)`, [one(communities).id, [one(staff).id, one(staff).id]]);
  for (let i = 0; i < 50; i += 1) {
    const day = dayIn(from, days);
    const post = await aPost().by(one(staff)).in(one(communities)).mentioning(one(staff)).writtenAt(at(day)).save(api.manager);
    for (let said = draw(7); said > 0; said -= 1) await network.answer(one(staff), post.id, dayIn(day, 12), '13:00:00Z');
  }
}

const read = async (from: string, to: string) => (await api.as(hr).send<{ engagement: { communities: object | null } }>(READ, { from, to })).engagement.communities;

interface Act {
  day: string;
  community: string;
  kind: string;
  actor: string;
  target: string | null;
  subject: string;
  crosses: boolean | null;
}
interface Membership {
  community: string;
  person: string;
  role: string;
  joined: string;
  left: string | null;
}

/** The same from what people did, by the definitions and with nothing kept. */
async function counted(from: string, to: string) {
  const acts: Act[] = await api.manager.query(
    `SELECT (event.at AT TIME ZONE 'UTC')::date::text AS day, coalesce(post.community_id, about.community_id) AS community, event.kind, event.actor_id AS actor, event.target_id AS target, event.subject_id AS subject, one.department <> other.department AS crosses
     FROM engagement_event event LEFT JOIN post ON post.id = event.subject_id LEFT JOIN comment said ON said.id = event.subject_id LEFT JOIN post about ON about.id = said.subject_id
     JOIN person one ON one.id = event.actor_id LEFT JOIN person other ON other.id = event.target_id
     WHERE coalesce(post.community_id, about.community_id) IS NOT NULL AND coalesce((one.deactivated_at AT TIME ZONE 'UTC')::date >= (event.at AT TIME ZONE 'UTC')::date, true)`,
  );
  const memberships: Membership[] = await api.manager.query(
    `SELECT community_id AS community, person_id AS person, role, (joined_at AT TIME ZONE 'UTC')::date::text AS joined, (deactivated_at AT TIME ZONE 'UTC')::date::text AS "left" FROM membership JOIN person ON person.id = person_id`,
  );
  const all: { id: string; created: string }[] = await api.manager.query(`SELECT id, (created_at AT TIME ZONE 'UTC')::date::text AS created FROM community`);
  const later = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  const lives = all.flatMap(({ id, created }) => {
    const members = memberships.filter(({ community, joined, left }) => community === id && joined <= to && (left === null || left > to));
    if (created > to || members.length < minGroup) return [];
    const own = acts.filter(({ community }) => community === id);
    const inPeriod = own.filter(({ day }) => day >= from && day <= to);
    const exchanges = inPeriod.filter(({ kind, target }) => target !== null && kind !== 'mention');
    const lately = new Set(own.filter(({ day }) => day > later(to, -30) && day <= to).map(({ actor }) => actor));
    const active = memberships.filter(({ community, person, joined }) => community === id && joined <= to && lately.has(person)).length;
    const days = (Date.parse(to) - Math.max(Date.parse(from), Date.parse(created))) / 86_400_000 + 1;
    const words = new Set(inPeriod.filter(({ kind }) => ['post', 'comment', 'answer'].includes(kind)).map(({ day }) => day)).size;
    return { isAlive: active >= members.length * 0.05, across: exchanges.filter(({ crosses }) => crosses).length, exchanges: exchanges.length, days, words };
  });
  if (lives.length < 5) return null;
  const joined = memberships.filter(({ role, joined }) => role === 'member' && joined >= `${from.slice(0, 4)}-01-01` && joined <= to).toSorted((x, y) => (x.joined < y.joined ? -1 : 1));
  const told: Membership[] = [];
  for (const year of new Set(joined.map(({ joined }) => joined.slice(0, 4)))) {
    let waiting: Membership[] = [];
    const ofYear = joined.filter(({ joined }) => joined.startsWith(year));
    for (const day of new Set(ofYear.map(({ joined }) => joined))) {
      waiting = [...waiting, ...ofYear.filter(({ joined }) => joined === day)];
      if (new Set(waiting.map(({ person }) => person)).size < minGroup) continue;
      if ((waiting[0] as Membership).joined >= from) told.push(...waiting);
      waiting = [];
    }
  }
  const welcomed = told.filter(({ community, person, joined }) => acts.some((act) => act.community === community && act.target === person && act.day >= joined && act.day < later(joined, 14)));
  const rounded = (value: number | null, digits: number) => (value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits);
  return {
    communities: lives.length,
    aliveShare: rounded(lives.filter(({ isAlive }) => isAlive).length / lives.length, 4),
    crossingMedian: rounded(middle(lives.filter(({ exchanges }) => exchanges >= minGroup).map(({ across, exchanges }) => across / exchanges)), 4),
    daysPerWeekMedian: rounded(middle(lives.filter(({ days }) => days >= 7).map(({ words, days }) => (words / days) * 7)), 1),
    newcomers: told.length || null,
    welcomedShare: told.length ? rounded(welcomed.length / told.length, 4) : null,
  };
}

function middle(figures: number[]): number | null {
  if (figures.length < 5) return null;
  const sorted = figures.toSorted((x, y) => x - y);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] as number) + (sorted[Math.floor(half)] as number)) / 2;
}

async function compare(): Promise<void> {
  await rollUp(api.dataSource);
  for (const period of periods) expect({ period, told: await read(...period) }).toEqual({ period, told: await counted(...period) });
}

describe('how communities live', () => {
  it('is what the definitions say, whatever comes later', async () => {
    await happen('2026-02-20', 40);
    await compare();
    // None of the periods is told in vain.
    expect(await read('2025-12-20', '2026-04-30')).toMatchObject({ communities: 8, newcomers: expect.any(Number), crossingMedian: expect.any(Number) });
    await happen('2026-02-10', 60);
    await compare();
    await api.manager.query(`UPDATE person SET deactivated_at = '2026-03-15T12:00:00Z' WHERE id = ANY ($1)`, [staff.slice(3, 6).map(({ id }) => id)]);
    await happen('2026-03-12', 20);
    await compare();
    await rollUpAnew(api.dataSource);
    await compare();
  }, 120_000);

  it('goes on where one is merged into another', async () => {
    const [from, into] = [communities[1] as CommunityEntity, communities[2] as CommunityEntity];
    await expect(api.as(staff[0] as PersonEntity).send(MERGE, { input: { fromId: from.id, intoId: into.id, confirmedContentCount: 1_000 } })).resolves.toMatchObject({ mergeCommunities: { id: into.id } });
    communities = communities.filter(({ id }) => id !== from.id);
    await compare();
    await happen('2026-03-01', 30);
    await compare();
    await rollUpAnew(api.dataSource);
    await compare();
  }, 120_000);
});
