import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, MembershipEntity, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { CommentEntity, conversationsDomain, plainText, ReactionEntity, richTextOf, type RichTextDocument } from '@parvis/conversations/server';
import { feedDomain, PostEntity } from '@parvis/feed/server';
import { aPost } from '@parvis/feed/server/testing';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { daysAgo, newId, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { insightsDomain } from './insights.domain.ts';

let api: TestApi;
let community: CommunityEntity;
let animator: PersonEntity, stranger: PersonEntity;
let members: PersonEntity[];

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain, insightsDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  members = await people(api.manager, 8);
  for (const [i, person] of members.entries()) {
    person.department = i % 2 ? 'Finance' : 'Quality';
    await api.manager.save(person);
  }
  [animator, stranger] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
  community = await aCommunity().animatedBy(animator).with(...members).save(api.manager);
  await api.manager.update(MembershipEntity, { communityId: community.id }, { joinedAt: daysAgo(200) });
});

const member = (i: number): PersonEntity => members.at(i) as PersonEntity;

/** Written `days` ago, at that day's noon in UTC when a time matters. */
async function write(by: PersonEntity, { days = 3, kind = 'status', saying = 'Some news', at = daysAgo(days) }: { days?: number; kind?: 'status' | 'question'; saying?: string; at?: Date } = {}): Promise<PostEntity> {
  const written = aPost().by(by).in(community).saying(saying).writtenAt(at);
  if (kind === 'question') written.asking(saying);
  return written.save(api.manager);
}

async function comment(by: PersonEntity, under: PostEntity, body: RichTextDocument = richTextOf('Indeed')): Promise<CommentEntity> {
  const row = { id: newId(), subjectType: 'post', subjectId: under.id, authorId: by.id, key: newId(), body, text: plainText(body), createdAt: under.createdAt };
  await api.manager.insert(CommentEntity, row);
  return api.manager.findOneByOrFail(CommentEntity, { id: row.id });
}

const react = (by: PersonEntity, to: { id: string; createdAt: Date }, subjectType = 'post') =>
  api.manager.insert(ReactionEntity, { subjectId: to.id, subjectType, personId: by.id, kind: 'thanks', createdAt: to.createdAt });

const mentionOf = ({ id, displayName }: PersonEntity): RichTextDocument =>
  ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: { id, label: displayName } }] }] }) as RichTextDocument;

describe('the share of exchanges that cross departments', () => {
  const crossing = async (viewer: PersonEntity) =>
    (await api.as(viewer).send<{ community: { crossing: { share: number | null; expectedShare: number | null } | null } }>(`query ($id: ID!) { community(id: $id) { crossing { share expectedShare } } }`, { id: community.id })).community
      .crossing;

  beforeEach(async () => {
    // Everybody answers the member before them: another department each time, but for one answer within Quality.
    const posts = [];
    for (const person of members) posts.push(await write(person));
    for (const [i, post] of posts.entries()) await comment(member((i + 1) % members.length), post);
    const [first] = posts as [PostEntity];
    await comment(member(2), first);
    await react(member(3), first);
  });

  it('counts comments and reactions between people whose departments differ, and says what chance would give', async () => {
    const found = await crossing(member(0));
    expect(found?.share).toBeCloseTo(9 / 10);
    expect(found?.expectedShare).toBeCloseTo(1 - (4 * 3 * 2) / (8 * 7));
  });

  it('leaves out what people say to themselves and what is older than 90 days', async () => {
    const old = await write(member(0), { days: 95 });
    await comment(member(2), old);
    const own = await write(member(0));
    await comment(member(0), own);
    expect((await crossing(member(0)))?.share).toBeCloseTo(9 / 10);
  });

  it('counts a reaction to a comment as an exchange with who commented', async () => {
    const said = await comment(member(1), await write(member(0)));
    await react(member(3), said, 'comment');
    expect((await crossing(member(0)))?.share).toBeCloseTo(10 / 12);
  });

  it('says nothing when fewer than eight people took part', async () => {
    await api.manager.delete(CommentEntity, { authorId: member(7).id });
    await api.manager.query('UPDATE post SET deleted_at = now() WHERE author_id = $1', [member(7).id]);
    expect(await crossing(member(0))).toEqual({ share: null, expectedShare: null });
  });

  it('is for members', async () => {
    expect(await crossing(stranger)).toBeNull();
  });
});

interface View {
  newcomers: { person: { id: string } }[];
  unansweredQuestions: { totalCount: number; posts: { id: string }[] };
  quietPosts: { totalCount: number; posts: { id: string }[] };
  weeks: { startsOn: string; postCount: number; commentCount: number }[];
  activeHours: { weekday: number; hour: number; count: number }[] | null;
  helpers: { postCount: number; person: { id: string } }[];
  activeMemberCount: number;
  subCommunities: { tag: string; postCount: number; personCount: number; departmentCount: number }[];
}
const viewQuery = `query ($id: ID!, $timeZone: String! = "Europe/Paris") { community(id: $id) { animatorView(timeZone: $timeZone) {
  newcomers { person { id } } unansweredQuestions { totalCount posts { id } } quietPosts { totalCount posts { id } } weeks { startsOn postCount commentCount }
  activeHours { weekday hour count } helpers { postCount person { id } } activeMemberCount subCommunities { tag postCount personCount departmentCount } } } }`;
const view = async (viewer: PersonEntity, variables = {}) =>
  (await api.as(viewer).send<{ community: { animatorView: View | null } }>(viewQuery, { id: community.id, ...variables })).community.animatorView;
const viewOfAnimator = async (variables = {}): Promise<View> => (await view(animator, variables)) as View;

describe('what an animator looks after', () => {
  it('is for animators: members and strangers get nothing', async () => {
    expect(await view(animator)).not.toBeNull();
    expect(await view(member(0))).toBeNull();
    expect(await view(stranger)).toBeNull();
  });

  it('refuses a time zone that does not exist', async () => {
    await expect(view(animator, { timeZone: 'Europe/Atlantis' })).rejects.toMatchObject({ code: 'TIME_ZONE_UNKNOWN' });
  });

  describe('newcomers', () => {
    let newcomer: PersonEntity;
    const waiting = async () => (await viewOfAnimator()).newcomers.map(({ person }) => person.id);
    beforeEach(async () => {
      newcomer = member(0);
      await api.manager.update(MembershipEntity, { communityId: community.id, personId: newcomer.id }, { joinedAt: daysAgo(5) });
      await write(newcomer);
    });

    it('are those who have joined within 30 days and whom nobody has addressed', async () => {
      expect(await waiting()).toEqual([newcomer.id]);
      await api.manager.update(MembershipEntity, { communityId: community.id, personId: newcomer.id }, { joinedAt: daysAgo(31) });
      expect(await waiting()).toEqual([]);
    });

    it.each([
      { by: 'an answer', welcome: async () => comment(member(1), await write(newcomer)) },
      { by: 'a reaction', welcome: async () => react(member(1), await write(newcomer)) },
      { by: 'a mention in a post', welcome: async () => api.manager.update(PostEntity, (await write(member(1))).id, { body: mentionOf(newcomer) as never }) },
      { by: 'a mention in a comment', welcome: async () => comment(member(1), await write(member(2)), mentionOf(newcomer)) },
    ])('are welcomed by $by', async ({ welcome }) => {
      await welcome();
      expect(await waiting()).toEqual([]);
    });

    it('do not welcome themselves', async () => {
      await comment(newcomer, await write(newcomer), mentionOf(newcomer));
      expect(await waiting()).toEqual([newcomer.id]);
    });
  });

  it('shows questions that nobody else has answered for a day, oldest first', async () => {
    const waiting = await write(member(0), { kind: 'question', days: 4 });
    await comment(member(0), waiting);
    const older = await write(member(1), { kind: 'question', days: 10 });
    await write(member(1), { kind: 'question', days: 0.5 });
    await comment(member(2), await write(member(1), { kind: 'question', days: 5 }));
    const { unansweredQuestions } = await viewOfAnimator();
    expect(unansweredQuestions).toEqual({ totalCount: 2, posts: [{ id: older.id }, { id: waiting.id }] });
  });

  it('shows other posts that nobody has reacted to or commented for two days', async () => {
    const quiet = await write(member(0), { days: 4 });
    await react(member(0), quiet);
    await write(member(0), { days: 1 });
    await react(member(1), await write(member(0), { days: 4 }));
    await comment(member(1), await write(member(0), { days: 4 }));
    expect((await viewOfAnimator()).quietPosts).toEqual({ totalCount: 1, posts: [{ id: quiet.id }] });
  });

  it('tells twelve weeks, empty ones included, in the time zone asked for', async () => {
    // A Monday at 00:30 in Paris is still Sunday in UTC.
    const monday = (await viewOfAnimator({ timeZone: 'Europe/Paris' })).weeks.at(-2)?.startsOn ?? '';
    const weekBefore = new Date(Date.parse(monday) - 7 * 86_400_000).toISOString().slice(0, 10);
    const at = new Date(Date.parse(monday) - 30 * 60_000);
    await comment(member(1), await write(member(0), { at }));
    const inParis = (await viewOfAnimator({ timeZone: 'Europe/Paris' })).weeks;
    const inUtc = (await viewOfAnimator({ timeZone: 'UTC' })).weeks;
    expect([inParis.length, inUtc.length]).toEqual([12, 12]);
    const busy = (weeks: typeof inParis) => weeks.filter(({ postCount, commentCount }) => postCount || commentCount);
    expect(busy(inParis)).toEqual([expect.objectContaining({ startsOn: monday, postCount: 1, commentCount: 1 })]);
    expect(busy(inUtc)).toEqual([expect.objectContaining({ startsOn: weekBefore, postCount: 1, commentCount: 1 })]);
  });

  it('tells the hours of activity once eight people were active', async () => {
    const at = new Date(daysAgo(7).setUTCHours(9, 15, 0, 0));
    for (const person of members.slice(0, 7)) await write(person, { at });
    expect((await viewOfAnimator()).activeHours).toBeNull();
    await write(member(7), { at });
    const weekday = at.getUTCDay() || 7;
    expect((await viewOfAnimator({ timeZone: 'UTC' })).activeHours).toEqual([{ weekday, hour: 9, count: 8 }]);
  });

  it('names who answers different posts of others, not who writes most', async () => {
    const posts = [];
    for (const person of members.slice(0, 3)) posts.push(await write(person));
    for (const post of posts) await comment(member(5), post);
    const [first] = posts as [PostEntity];
    for (let i = 0; i < 5; i += 1) await comment(member(6), first);
    for (let i = 0; i < 5; i += 1) await comment(member(7), await write(member(7)));
    expect((await viewOfAnimator()).helpers).toEqual([{ postCount: 3, person: { id: member(5).id } }]);
  });

  it('suggests communities of their own above 150 active members, and says how many share the subject', async () => {
    const crowd = await people(api.manager, 152);
    await api.manager.insert(MembershipEntity, crowd.map(({ id }) => ({ id: newId(), communityId: community.id, personId: id, role: 'member' as const, joinedAt: daysAgo(60) })));
    const suggestions = async () => (await viewOfAnimator()).subCommunities;
    for (const person of crowd.slice(0, 150)) await write(person, { saying: crowd.indexOf(person) < 9 ? 'About #welding' : 'Something' });
    expect((await viewOfAnimator()).activeMemberCount).toBe(150);
    expect(await suggestions()).toEqual([]);
    await write(crowd[150] as PersonEntity);
    expect((await suggestions()).map(({ tag, postCount, personCount }) => ({ tag, postCount, personCount }))).toEqual([{ tag: 'welding', postCount: 9, personCount: 9 }]);
  });

  it('costs the same number of statements, however much there is', async () => {
    const cost = async () => (await api.statementsOf(() => view(animator))).length;
    await view(animator);
    const empty = await cost();
    for (const person of members) await comment(person, await write(person, { days: 4, kind: 'question' }));
    await api.manager.update(MembershipEntity, { communityId: community.id }, { joinedAt: daysAgo(3) });
    expect((await viewOfAnimator()).newcomers).toHaveLength(8);
    // One more: the people of the lists, by one loader.
    expect([empty, await cost()]).toEqual([10, 11]);
  });
});
