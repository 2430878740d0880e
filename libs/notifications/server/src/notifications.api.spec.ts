import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { Jobs, newId, platformDomain } from '@parvis/platform/server';
import { sweepNotifications } from './notification/notification-sweep.ts';
import { NotificationService } from './notification/notification.service.ts';
import { notificationsDomain } from './notifications.domain.ts';
import { aHappening, aNotificationReader, type Told } from './testing/index.ts';

let api: TestApi;
let reader: PersonEntity, actor: PersonEntity, other: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [reader, actor, other] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  // At work, whenever the test runs.
  await change(reader, { hasQuietHours: false });
});

const { page, list, unread, since, markRead, change } = aNotificationReader(() => api);
const notify = (community: CommunityEntity, parts: Partial<Parameters<typeof aHappening>[2]> = {}) => aHappening(api, community, { by: actor, to: [reader], ...parts });
const communities = (count: number) => Promise.all(Array.from({ length: count }, () => aCommunity().save(api.manager)));

describe('a notification', () => {
  it('comes once for an event, never to whoever did it, may not see it, has left, or turned its kind off', async () => {
    const secret = await aCommunity().being('secret').with(actor).save(api.manager);
    const [open] = (await communities(1)) as [CommunityEntity];
    const eventId = newId();
    await notify(open, { eventId });
    await notify(open, { eventId });
    await notify(open, { to: [actor] });
    await notify(secret);
    await change(other, { offKinds: ['MENTION'], hasQuietHours: false });
    await notify(open, { to: [other] });
    expect((await list(reader)).map(({ happenedCount }) => happenedCount)).toEqual([1]);
    expect([await list(actor), await list(other)]).toEqual([[], []]);
  });

  it('gathers what happens again until it is read, and is another afterwards', async () => {
    const [community] = (await communities(1)) as [CommunityEntity];
    for (const by of [actor, other, actor]) await notify(community, { by, kind: 'reaction' });
    const [group] = await list(reader);
    expect(group).toMatchObject({ actorCount: 2, happenedCount: 3, actors: [{ id: actor.id }, { id: other.id }] });

    await markRead(reader, { ids: [group?.id] });
    await notify(community, { kind: 'reaction' });
    expect((await list(reader)).map(({ happenedCount, readAt }) => [happenedCount, readAt !== null])).toEqual([[1, false], [3, true]]);
    await notify(community, { by: other, kind: 'reaction', once: true });
    expect(await unread(reader)).toBe(1);
  });

  it('is no more when what was done is taken back before it was read', async () => {
    const [community] = (await communities(1)) as [CommunityEntity];
    const subject = { type: 'community', id: community.id };
    for (const by of [actor, other]) await notify(community, { by, kind: 'reaction' });
    await api.app.get(NotificationService).retract({ kind: 'reaction', subject, actorId: actor.id });
    expect(await list(reader)).toMatchObject([{ actorCount: 1, actors: [{ id: other.id }] }]);
    await api.app.get(NotificationService).retract({ kind: 'reaction', subject, actorId: other.id });
    expect([await list(reader), await unread(reader)]).toEqual([[], 0]);
  });

  it('is forgotten after a year', async () => {
    const [old, recent] = (await communities(2)) as [CommunityEntity, CommunityEntity];
    for (const community of [old, recent]) await notify(community);
    await api.dataSource.query(`UPDATE notification SET last_at = now() - interval '13 months' WHERE subject_id = $1`, [old.id]);
    await api.app.get(Jobs).run(sweepNotifications, {});
    expect((await list(reader)).map(({ target }) => target?.id)).toEqual([recent.id]);
  });
});

describe('the list', () => {
  it('goes by pages, the latest first, nothing twice, and can show the unread alone', async () => {
    const all = await communities(5);
    for (const community of all) await notify(community);
    const first = await page(reader, { first: 3 });
    const rest = await page(reader, { first: 3, after: first.pageInfo.endCursor });
    expect([...first.edges, ...rest.edges].map(({ node }) => node.target?.id)).toEqual(all.map(({ id }) => id).toReversed());
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);

    await markRead(reader, { ids: first.edges.map(({ node }) => node.id) });
    expect((await list(reader, { unreadOnly: true })).map(({ target }) => target?.id)).toEqual([all[1]?.id, all[0]?.id]);
  });

  it.each([[{ first: 51 }, 'PAGE_TOO_LARGE'], [{ after: 'nonsense' }, 'CURSOR_INVALID']])('refuses %o', async (variables, code) => {
    await expect(list(reader, variables)).rejects.toMatchObject({ code });
  });

  it('is the viewer’s alone, and nobody’s without a session', async () => {
    await expect(api.anonymous().send('{ unreadNotificationCount }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('costs the same, whatever its length', async () => {
    const cost = async (count: number): Promise<number> => {
      const [person] = (await people(api.manager, 1)) as [PersonEntity];
      await change(person, { hasQuietHours: false });
      for (const community of await communities(count)) await notify(community, { to: [person] });
      await list(person);
      return (await api.statementsOf(() => list(person, { first: 50 }))).length;
    };
    expect([await cost(2), await cost(25)]).toEqual([4, 4]);
  });
});

describe('reading', () => {
  it('marks those named, one’s own alone', async () => {
    const [one, two] = (await communities(2)) as [CommunityEntity, CommunityEntity];
    for (const community of [one, two]) await notify(community);
    const [latest, first] = (await list(reader)) as [Told, Told];
    expect(await markRead(other, { ids: [latest.id] })).toEqual({ readIds: [], unreadCount: 0 });
    expect(await markRead(reader, { ids: [latest.id] })).toEqual({ readIds: [latest.id], unreadCount: 1 });
    expect(await markRead(reader, { ids: [latest.id] })).toEqual({ readIds: [], unreadCount: 1 });
    expect((await list(reader)).map(({ id, readAt }) => [id, readAt !== null])).toEqual([[latest.id, true], [first.id, false]]);
  });

  it('marks all that had come by then, and leaves what came later', async () => {
    const [one, two, late] = (await communities(3)) as [CommunityEntity, CommunityEntity, CommunityEntity];
    for (const community of [one, two]) await notify(community);
    const upTo = (await since(reader, null)).lastSeq;
    await notify(late);
    await notify(one, { by: other });
    expect(await markRead(reader, { upTo })).toMatchObject({ readIds: [expect.any(String)], unreadCount: 2 });
  });

  it.each([[{}, 'NOTIFICATIONS_NOT_NAMED'], [{ ids: ['17'] }, 'ID_INVALID'], [{ ids: Array.from({ length: 51 }, () => newId()) }, 'PAGE_TOO_LARGE']])('refuses %o', async (input, code) => {
    await expect(markRead(reader, input)).rejects.toMatchObject({ code });
  });
});

describe('catching up', () => {
  it('gives what is new or changed since a number, each once, 50 at a time', async () => {
    const all = await communities(60);
    const { lastSeq } = await since(reader, null);
    for (const community of all) await notify(community);
    const first = await since(reader, lastSeq);
    const rest = await since(reader, first.lastSeq);
    const got = [...first.notifications, ...rest.notifications].map(({ target }) => target?.id);
    expect(got).toEqual(all.map(({ id }) => id));
    expect([first.hasMore, rest.hasMore, rest.unreadCount]).toEqual([true, false, 60]);

    const [read] = rest.notifications as [Told];
    await markRead(reader, { ids: [read.id] });
    expect((await since(reader, rest.lastSeq)).notifications).toMatchObject([{ id: read.id, readAt: expect.any(String) }]);
  });

  it('misses nothing while several things happen at once', async () => {
    const all = await communities(20);
    let { lastSeq } = await since(reader, null);
    const got: string[] = [];
    const happening = Promise.all(all.map((community) => notify(community))).then(() => true);
    let isOver = false;
    while (!isOver) {
      isOver = await Promise.race([happening, Promise.resolve(false)]);
      const news = await since(reader, lastSeq);
      got.push(...news.notifications.map(({ target }) => target?.id ?? ''));
      ({ lastSeq } = news);
    }
    expect(got.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  });
});
