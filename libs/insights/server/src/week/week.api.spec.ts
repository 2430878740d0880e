import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, MembershipEntity, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { CommentEntity, conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { feedDomain, PostEntity } from '@parvis/feed/server';
import { aPost } from '@parvis/feed/server/testing';
import { ideasDomain } from '@parvis/ideas/server';
import { aCampaign, anIdea } from '@parvis/ideas/server/testing';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { mediaDomain } from '@parvis/media/server';
import { notificationsDomain } from '@parvis/notifications/server';
import { aNotificationReader } from '@parvis/notifications/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { daysAgo, idFrom, Jobs, newId, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { wikiDomain } from '@parvis/wiki/server';
import { insightsDomain } from '../insights.domain.ts';
import { tellOfWeeks } from './week-digest.ts';
import { weekOf } from './week.ts';

let api: TestApi;
let boss: PersonEntity, ada: PersonEntity, bob: PersonEntity, cleo: PersonEntity, stranger: PersonEntity, otherBoss: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([
    ...[platformDomain, identityDomain, mediaDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain, ideasDomain, wikiDomain, insightsDomain],
  ]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE person CASCADE');
  const person = (name: string, manager?: PersonEntity) => (manager ? aPerson().named(name).reportingTo(manager) : aPerson().named(name)).save(api.manager);
  [boss, otherBoss, stranger] = [await person('Bea Boss'), await person('Otto Other'), await person('Stan Stranger')];
  [ada, bob, cleo] = [await person('Ada Aide', boss), await person('Bob Bon', boss), await person('Cleo Chef', boss)];
  for (const name of ['Una One', 'Dora Two', 'Tess Three']) await person(name, otherBoss);
});

interface Week {
  startsOn: string;
  hasMore: boolean;
  subjects: { type: string; id: string; title: string | null; community: { id: string } | null; contributions: Made[] }[];
}
interface Made {
  type: string;
  id: string;
  kind: string;
  canThank: boolean;
  isThanked: boolean;
  people: { displayName: string }[];
}
const PARTS = 'startsOn hasMore subjects { type id title community { id } contributions { type id kind canThank isThanked people { displayName } } }';
const TEAM = `query ($startsOn: String, $timeZone: String! = "UTC") { teamWeek(startsOn: $startsOn, timeZone: $timeZone) { ${PARTS} } }`;
const COMMUNITY = `query ($id: ID!, $startsOn: String, $timeZone: String! = "UTC") { community(id: $id) { contributionWeek(startsOn: $startsOn, timeZone: $timeZone) { ${PARTS} } } }`;
const PLACES = '{ weekPlaces { hasTeam communities { id } } }';

const ofTeam = async (viewer = boss, variables = {}) => (await api.as(viewer).send<{ teamWeek: Week | null }>(TEAM, variables)).teamWeek;
const ofCommunity = async ({ id }: CommunityEntity, viewer: PersonEntity, variables = {}) =>
  (await api.as(viewer).send<{ community: { contributionWeek: Week | null } | null }>(COMMUNITY, { id, ...variables })).community?.contributionWeek ?? null;
const places = async (viewer: PersonEntity) => (await api.as(viewer).send<{ weekPlaces: { hasTeam: boolean; communities: { id: string }[] } }>(PLACES)).weekPlaces;
/** « Ada Aide POST », subject by subject. */
const told = (week: Week | null) => week?.subjects.map(({ contributions }) => contributions.map(({ kind, people: those }) => `${those.map(({ displayName }) => displayName).join(' + ')} ${kind}`));
const idsOf = (week: Week | null) => week?.subjects.map(({ id }) => id);

const write = (by: PersonEntity, { place = null as CommunityEntity | null, asking = '', at = new Date() } = {}): Promise<PostEntity> => {
  const post = aPost().by(by).in(place).writtenAt(at);
  return (asking ? post.asking(asking) : post).save(api.manager);
};
async function comment(by: PersonEntity, under: { id: string }, { subjectType = 'post', at = new Date(), parentId = null as string | null } = {}): Promise<CommentEntity> {
  const key = newId();
  const row = { id: idFrom(key, at), subjectType, subjectId: under.id, authorId: by.id, parentId, key, body: richTextOf('Indeed.'), text: 'Indeed.', createdAt: at };
  await api.manager.insert(CommentEntity, row);
  return api.manager.findOneByOrFail(CommentEntity, { id: row.id });
}
const page = async (by: PersonEntity, { id }: CommunityEntity): Promise<string> =>
  (
    await api.as(by).send<{ createWikiPage: { id: string } }>('mutation ($input: CreateWikiPageInput!) { createWikiPage(input: $input) { id } }', {
      input: { key: randomUUID(), communityId: id, title: 'Bleeding a circuit', body: richTextOf('Open the valve.') },
    })
  ).createWikiPage.id;
const secondsAgo = (seconds: number): Date => new Date(Date.now() - seconds * 1_000);

describe('the week of a team', () => {
  it('is what its people wrote, answered and proposed, subject by subject, newest first', async () => {
    const open = await aCommunity().with(ada).save(api.manager);
    const post = await write(ada, { at: secondsAgo(9) });
    const question = await write(stranger, { asking: 'Which bolt?', at: secondsAgo(8) });
    const answer = await comment(bob, question, { at: secondsAgo(7) });
    await comment(cleo, question, { at: secondsAgo(6), parentId: answer.id });
    await comment(stranger, post, { at: secondsAgo(5) });
    const wiki = await page(ada, open);
    const idea = await anIdea(bob).with(cleo).save(api.manager);
    await comment(ada, idea, { subjectType: 'idea' });

    const week = await ofTeam();
    expect(week?.startsOn).toBe(weekOf(null, 'UTC').startsOn);
    expect(told(week)).toEqual([
      ['Ada Aide COMMENT', expect.stringMatching(/^(Bob Bon \+ Cleo Chef|Cleo Chef \+ Bob Bon) IDEA$/)],
      ['Ada Aide PAGE'],
      ['Cleo Chef COMMENT', 'Bob Bon ANSWER'],
      ['Ada Aide POST'],
    ]);
    expect(idsOf(week)).toEqual([idea.id, wiki, question.id, post.id]);
    expect(week?.subjects[1]?.community).toEqual({ id: open.id });
    expect(week?.hasMore).toBe(false);
  });

  it('holds only what everybody in the company may read, were the manager a member of the place', async () => {
    const closed = await aCommunity().being('closed').with(ada, boss).save(api.manager);
    const secret = await aCommunity().being('secret').with(ada).animatedBy(boss).save(api.manager);
    const open = await aCommunity().with(ada).save(api.manager);
    const shown = await write(ada, { place: open });
    for (const place of [closed, secret]) await comment(bob, await write(ada, { place }));
    await page(ada, closed);
    const campaign = await aCampaign({ owner: stranger, sponsor: otherBoss }).for(closed).save(api.manager);
    await anIdea(ada).in(campaign).save(api.manager);
    expect(idsOf(await ofTeam())).toEqual([shown.id]);
  });

  it('is without what is deleted, not yet submitted, of another week, of people who left, and of the manager', async () => {
    const deleted = await write(ada);
    await api.manager.update(PostEntity, deleted.id, { deletedAt: new Date() });
    await comment(ada, deleted);
    await anIdea(ada).being('draft').save(api.manager);
    const before = await write(ada, { at: daysAgo(7) });
    await write(boss);
    await write(await aPerson().reportingTo(boss).gone().save(api.manager));
    expect((await ofTeam())?.subjects).toEqual([]);
    expect(idsOf(await ofTeam(boss, { startsOn: weekOf(null, 'UTC', daysAgo(7)).startsOn }))).toEqual([before.id]);
  });

  it('says nothing of whoever contributed nothing, and counts nobody', async () => {
    await write(ada);
    const answer = JSON.stringify(await ofTeam());
    expect(answer).toContain(ada.displayName);
    for (const { displayName } of [bob, cleo]) expect(answer).not.toContain(displayName);
    const { __schema } = await api.as(boss).send<{ __schema: { types: { name: string; fields: { name: string }[] | null }[] } }>('{ __schema { types { name fields { name } } } }');
    const names = __schema.types.filter(({ name }) => ['ContributionWeek', 'WeekSubject', 'WeekContribution', 'WeekPlaces'].includes(name)).flatMap(({ fields }) => fields ?? []);
    expect(names.filter(({ name }) => /count/i.test(name))).toEqual([]);
  });

  it('is that of direct reports: of a leaver’s people too, not of those below', async () => {
    const gone = await aPerson().reportingTo(boss).gone().save(api.manager);
    const theirs = await write(await aPerson().named('Tom Their').reportingTo(gone).save(api.manager));
    await write(await aPerson().reportingTo(ada).save(api.manager));
    expect(idsOf(await ofTeam())).toEqual([theirs.id]);
  });

  it.each([
    ['a stranger', () => stranger],
    ['somebody of the team', () => ada],
    ['HR', () => aPerson().being('hr').save(api.manager)],
  ])('is not for %s', async (_who, whom) => {
    await write(ada);
    const viewer = await whom();
    expect(idsOf(await ofTeam())).toHaveLength(1);
    expect(await ofTeam(viewer)).toBeNull();
    expect(await places(viewer)).toEqual({ hasTeam: false, communities: [] });
  });

  it('is of one’s own team: not for the manager of another, nor for who managed it before', async () => {
    await write(ada);
    expect((await ofTeam(otherBoss))?.subjects).toEqual([]);
    for (const { id } of [ada, bob, cleo]) await api.manager.update('person', id, { managerId: otherBoss.id });
    expect(await ofTeam()).toBeNull();
    expect(idsOf(await ofTeam(otherBoss))).toHaveLength(1);
  });

  it('is none for fewer than three people, of whom it would tell who did nothing', async () => {
    await write(ada);
    expect(await places(boss)).toEqual({ hasTeam: true, communities: [] });
    await api.manager.update('person', cleo.id, { deactivatedAt: new Date() });
    expect(await ofTeam()).toBeNull();
    expect(await places(boss)).toEqual({ hasTeam: false, communities: [] });
  });

  it('names nobody to a manager who judges ideas blind', async () => {
    const campaign = await aCampaign({ owner: stranger, sponsor: otherBoss }).at('jury').judgedBy(boss).blind().save(api.manager);
    await anIdea(ada).in(campaign).save(api.manager);
    expect((await ofTeam())?.subjects).toEqual([]);
    await api.manager.query(`DELETE FROM campaign_role WHERE role = 'juror'`);
    expect(told(await ofTeam())).toEqual([['Ada Aide IDEA']]);
  });

  it.each([
    ['a Tuesday', { startsOn: '2026-01-06' }, 'WEEK_INVALID'],
    ['a week to come', { startsOn: weekOf(null, 'UTC', new Date(Date.now() + 7 * 86_400_000)).startsOn }, 'WEEK_INVALID'],
    ['a week of long ago', { startsOn: '2020-01-06' }, 'WEEK_INVALID'],
    ['no day', { startsOn: 'yesterday' }, 'WEEK_INVALID'],
    ['a zone that does not exist', { timeZone: 'Europe/Atlantis' }, 'TIME_ZONE_UNKNOWN'],
  ])('is refused for %s', async (_what, variables, code) => {
    await expect(ofTeam(boss, variables)).rejects.toMatchObject({ code });
    await expect(api.anonymous().send(TEAM)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('shows the newest 100 contributions, in as many statements as one', async () => {
    await comment(ada, await write(ada));
    await ofTeam();
    const cost = async () => (await api.statementsOf(() => ofTeam())).length;
    const one = await cost();
    for (let i = 0; i < 60; i += 1) await comment(bob, await write(ada));
    const week = await ofTeam();
    expect([week?.hasMore, week?.subjects.flatMap(({ contributions }) => contributions).length]).toEqual([true, 100]);
    expect(await cost()).toBeLessThanOrEqual(one + 1);
  });
});

describe('thanks', () => {
  const thank = (by: PersonEntity, type: string, id: string) => api.as(by).send('mutation ($input: SetReactionInput!) { setReaction(input: $input) { subjectId } }', { input: { subject: { type, id }, kind: 'THANKS' } });

  it('are said once, to each thing', async () => {
    const idea = await anIdea(bob).save(api.manager);
    const said = await comment(ada, await write(stranger));
    const thanked = async () => Object.fromEntries((await ofTeam())?.subjects.flatMap(({ contributions }) => contributions.map(({ id, isThanked, canThank }) => [id, [canThank, isThanked]])) ?? []);
    expect(await thanked()).toEqual({ [idea.id]: [true, false], [said.id]: [true, false] });
    await thank(boss, 'idea', idea.id);
    await thank(boss, 'comment', said.id);
    await thank(stranger, 'comment', said.id);
    expect(await thanked()).toEqual({ [idea.id]: [true, true], [said.id]: [true, true] });
  });

  it('are not offered where nothing may be added any more', async () => {
    const archived = await aCommunity().with(ada).archived().save(api.manager);
    const post = await write(ada, { place: archived });
    expect((await ofTeam())?.subjects[0]?.contributions[0]).toMatchObject({ id: post.id, canThank: false });
    await expect(thank(boss, 'post', post.id)).rejects.toMatchObject({ code: 'SUBJECT_CLOSED' });
  });
});

describe('the week of a community', () => {
  it.each(['open', 'closed', 'secret'] as const)('is for its animators, when it is %s: posts, comments and pages of others, whoever they are', async (visibility) => {
    const community = await aCommunity().being(visibility).with(ada, stranger).animatedBy(boss).save(api.manager);
    const post = await write(stranger, { place: community, at: secondsAgo(3) });
    await comment(ada, post, { at: secondsAgo(2) });
    await write(boss, { place: community });
    await write(ada);
    await page(ada, community);
    expect(told(await ofCommunity(community, boss))).toEqual([['Ada Aide PAGE'], ['Ada Aide COMMENT', 'Stan Stranger POST']]);
    expect((await places(boss)).communities).toEqual([{ id: community.id }]);
  });

  it('is not for members, for others, nor for who animates it no more or another one', async () => {
    const community = await aCommunity().with(ada).animatedBy(boss).save(api.manager);
    await aCommunity().animatedBy(otherBoss).save(api.manager);
    await write(ada, { place: community });
    expect(idsOf(await ofCommunity(community, boss))).toHaveLength(1);
    for (const viewer of [ada, stranger, otherBoss, await aPerson().being('moderator').save(api.manager)]) expect(await ofCommunity(community, viewer)).toBeNull();
    await api.manager.update(MembershipEntity, { communityId: community.id, personId: boss.id }, { role: 'member' });
    expect(await ofCommunity(community, boss)).toBeNull();
    expect((await places(boss)).communities).toEqual([]);
  });
});

describe('each Monday', () => {
  const { told: notified, change } = aNotificationReader(() => api);
  const tell = async () => {
    await api.app.get(Jobs, { strict: false }).run(tellOfWeeks, {});
    await api.settled();
  };
  const weeksOf = async (person: PersonEntity) => (await notified(person)).filter(([kind]) => kind === 'WEEK').map(([, type, id]) => [type, id]);

  it('tells the manager and the animators, once, of the week before', async () => {
    const community = await aCommunity().named('Metrology').with(ada).animatedBy(otherBoss, bob).save(api.manager);
    await write(ada, { place: community, at: daysAgo(7) });
    await tell();
    await tell();
    expect(await weeksOf(boss)).toEqual([['team-week', boss.id]]);
    for (const animator of [otherBoss, bob]) expect(await notified(animator)).toEqual([['WEEK', 'community-week', community.id, 'Metrology']]);
    for (const nobody of [ada, cleo, stranger]) expect(await weeksOf(nobody)).toEqual([]);
  });

  it('tells nobody when there is nothing to tell', async () => {
    const closed = await aCommunity().being('closed').with(ada).animatedBy(boss).save(api.manager);
    const own = await aCommunity().animatedBy(stranger).save(api.manager);
    await write(boss, { place: closed, at: daysAgo(7) });
    await write(stranger, { place: own, at: daysAgo(7) });
    await write(ada, { at: daysAgo(15) });
    await tell();
    for (const person of [boss, otherBoss, stranger]) expect(await weeksOf(person)).toEqual([]);
  });

  it('tells the manager nothing of what is written in a closed community', async () => {
    const closed = await aCommunity().being('closed').with(ada, boss).animatedBy(stranger).save(api.manager);
    await write(ada, { place: closed, at: daysAgo(7) });
    await tell();
    expect(await weeksOf(boss)).toEqual([]);
    expect(await weeksOf(stranger)).toEqual([['community-week', closed.id]]);
  });

  it('tells neither who turned it off, nor who left, and is gone for who manages nobody any more', async () => {
    await change(otherBoss, { offKinds: ['WEEK'] });
    const [una] = await api.manager.query('SELECT id FROM person WHERE manager_id = $1 LIMIT 1', [otherBoss.id]);
    await write(una, { at: daysAgo(7) });
    await write(ada, { at: daysAgo(7) });
    await tell();
    expect(await weeksOf(otherBoss)).toEqual([]);
    expect(await weeksOf(boss)).toHaveLength(1);
    for (const { id } of [ada, bob, cleo]) await api.manager.update('person', id, { managerId: stranger.id });
    expect(await weeksOf(boss)).toEqual([]);
    await tell();
    expect(await weeksOf(stranger)).toEqual([['team-week', stranger.id]]);
  });

  it('tells no manager of two people', async () => {
    await api.manager.update('person', cleo.id, { managerId: otherBoss.id });
    await write(ada, { at: daysAgo(7) });
    await tell();
    expect(await weeksOf(boss)).toEqual([]);
  });
});
