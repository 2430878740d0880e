import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, MembershipEntity, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { aNotificationReader } from '@parvis/notifications/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { Jobs, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';
import { ScheduledPostEntity } from './scheduled-post.entity.ts';

let api: TestApi;
let author: PersonEntity, colleague: PersonEntity;
let community: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [author, colleague] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
  community = await aCommunity().being('closed').with(author, colleague).save(api.manager);
});

interface Scheduled {
  id: string;
  publishAt: string;
  failedCode: string | null;
}

const inHours = (hours: number): Date => new Date(Date.now() + hours * 3_600_000);
const schedule = async (by: PersonEntity, { at = inHours(2), ...input }: Record<string, unknown> = {}) =>
  (
    await api.as(by).send<{ schedulePost: Scheduled }>(`mutation ($input: CreatePostInput!, $at: DateTime!) { schedulePost(input: $input, publishAt: $at) { id publishAt failedCode } }`, {
      input: { key: randomUUID(), communityId: community.id, body: richTextOf('The results are in'), ...input },
      at,
    })
  ).schedulePost;
const own = async (by: PersonEntity) =>
  (await api.as(by).send<{ scheduledPosts: { edges: { node: Scheduled & { kind: string; title: string | null; community: { id: string } | null } }[] } }>(`{ scheduledPosts { edges { node { id publishAt failedCode kind title community { id } } } } }`)).scheduledPosts.edges.map(({ node }) => node);
const postsSeenBy = async (by: PersonEntity) =>
  (await api.as(by).send<{ community: { posts: { edges: { node: { id: string; kind: string; author: { id: string } } }[] } } }>(`query ($id: ID!) { community(id: $id) { posts { edges { node { id kind author { id } } } } } }`, { id: community.id })).community.posts.edges.map(({ node }) => node);
const { told } = aNotificationReader(() => api);
/** Its hour has struck: the row says so, and the job is due. */
async function comeDue({ id }: Scheduled): Promise<void> {
  await api.manager.query(`UPDATE scheduled_post SET publish_at = now() - interval '1 second' WHERE id = $1`, [id]);
  await api.app.get(Jobs).runDue(inHours(24 * 366));
}

describe('a scheduled post', () => {
  it('is nobody’s but its author’s until its time, and then a post like any other', async () => {
    const scheduled = await schedule(author);
    expect(await own(author)).toMatchObject([{ id: scheduled.id, kind: 'STATUS', community: { id: community.id } }]);
    expect(await own(colleague)).toEqual([]);
    expect(await postsSeenBy(colleague)).toEqual([]);
    await comeDue(scheduled);
    expect(await postsSeenBy(colleague)).toMatchObject([{ author: { id: author.id } }]);
    expect(await own(author)).toEqual([]);
  });

  it('keeps what its kind asks for', async () => {
    const poll = { options: ['Monday', 'Friday'], isAnonymous: true, closesAt: inHours(48) };
    const scheduled = await schedule(author, { kind: 'POLL', title: 'When?', body: null, poll: poll });
    await comeDue(scheduled);
    expect(await postsSeenBy(colleague)).toMatchObject([{ kind: 'POLL' }]);
  });

  it('is made once however often the same key comes', async () => {
    const key = randomUUID();
    const made = await Promise.all([1, 2, 3].map(() => schedule(author, { key })));
    expect(new Set([...made, await schedule(author, { key })].map(({ id }) => id)).size).toBe(1);
  });

  it('comes once, also when its job runs twice', async () => {
    const scheduled = await schedule(author);
    await comeDue(scheduled);
    await comeDue(scheduled);
    expect(await postsSeenBy(colleague)).toHaveLength(1);
  });

  it.each([
    { what: 'in the past', input: { at: inHours(-1) }, code: 'TIME_PAST', field: 'publishAt' },
    { what: 'in two years', input: { at: inHours(24 * 800) }, code: 'SCHEDULE_TOO_FAR', field: 'publishAt' },
    { what: 'without a word', input: { body: richTextOf(' ') }, code: 'TEXT_REQUIRED', field: 'body' },
    { what: 'with a key that is none', input: { key: 'x' }, code: 'ID_INVALID', field: 'key' },
  ])('is refused at once $what', async ({ input, code, field }) => {
    await expect(schedule(author, input)).rejects.toMatchObject({ code, field });
    expect(await own(author)).toEqual([]);
  });

  it('is refused at once to who may not write there, and leaves nothing behind', async () => {
    const [stranger] = (await people(api.manager, 1)) as [PersonEntity];
    await expect(schedule(stranger)).rejects.toMatchObject({ code: 'COMMUNITY_NOT_MEMBER' });
    expect(await own(stranger)).toEqual([]);
    expect(await postsSeenBy(colleague)).toEqual([]);
  });

  it('stays with the reason when it is refused at its time, and can be put off', async () => {
    const scheduled = await schedule(author);
    await api.manager.delete(MembershipEntity, { communityId: community.id, personId: author.id });
    await comeDue(scheduled);
    expect(await own(author)).toMatchObject([{ id: scheduled.id, failedCode: 'COMMUNITY_NOT_MEMBER' }]);
    expect(await postsSeenBy(colleague)).toEqual([]);
    expect(await told(author)).toEqual([['SCHEDULE_FAILURE', 'scheduled-post', scheduled.id, 'The results are in']]);
    expect(await told(colleague)).toEqual([]);
    expect(await change(author, 'reschedulePost', { id: scheduled.id, publishAt: inHours(5) }, '{ failedCode }')).toEqual({ failedCode: null });
    expect(await told(author)).toEqual([]);
  });

  it('does not come from somebody who has left', async () => {
    const scheduled = await schedule(author);
    await api.manager.query('UPDATE person SET deactivated_at = now() WHERE id = $1', [author.id]);
    await comeDue(scheduled);
    expect(await postsSeenBy(colleague)).toEqual([]);
    expect(await api.manager.existsBy(ScheduledPostEntity, { id: scheduled.id })).toBe(false);
  });
});

describe('its author', () => {
  it('takes it back, publishes it at once or puts it off', async () => {
    const [dropped, hurried, later] = [await schedule(author), await schedule(author), await schedule(author)];
    await change(author, 'cancelScheduledPost', { id: dropped.id }, '');
    await change(author, 'publishScheduledPost', { id: hurried.id }, '{ id }');
    await change(author, 'reschedulePost', { id: later.id, publishAt: inHours(30) }, '{ id }');
    await api.app.get(Jobs).runDue(inHours(3));
    expect(await postsSeenBy(colleague)).toHaveLength(1);
    expect(await own(author)).toMatchObject([{ id: later.id }]);
  });

  it.each([
    { what: 'take it back', mutation: 'cancelScheduledPost', fields: '', time: {} },
    { what: 'publish it', mutation: 'publishScheduledPost', fields: '{ id }', time: {} },
    { what: 'put it off', mutation: 'reschedulePost', fields: '{ id }', time: { publishAt: inHours(30) } },
  ])('alone may $what', async ({ mutation, fields, time }) => {
    const { id } = await schedule(author);
    await expect(change(colleague, mutation, { id, ...time }, fields)).rejects.toMatchObject({ code: 'SCHEDULED_POST_NOT_FOUND' });
    expect(await own(author)).toMatchObject([{ id }]);
  });
});

async function change(by: PersonEntity, mutation: string, variables: { id: string; publishAt?: Date }, fields: string): Promise<unknown> {
  const time = variables.publishAt ? { declared: ', $publishAt: DateTime!', given: ', publishAt: $publishAt' } : { declared: '', given: '' };
  return (await api.as(by).send<Record<string, unknown>>(`mutation ($id: ID!${time.declared}) { ${mutation}(id: $id${time.given}) ${fields} }`, { ...variables }))[mutation];
}
