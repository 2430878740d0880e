import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { Jobs, newId, platformDomain } from '@parvis/platform/server';
import type { NotificationKind } from './notification/notification-kind.ts';
import { sweepNotifications } from './notification/notification-sweep.ts';
import { NotificationService } from './notification/notification.service.ts';
import { notificationsDomain } from './notifications.domain.ts';

interface Shown {
  id: string;
  kind: string;
  seq: number;
  actorCount: number;
  happenedCount: number;
  readAt: string | null;
  actors: { id: string }[];
  target: { type: string; id: string; title: string; community: { id: string } } | null;
}

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

const fields = 'id kind seq actorCount happenedCount readAt actors { id } target { type id title community { id } }';
const change = (person: PersonEntity, input: object) =>
  api.as(person).send('mutation ($input: ChangeNotificationSettingsInput!) { changeNotificationSettings(input: $input) { timeZone workingDays urgentPeople { id } } }', { input });
const page = async (person: PersonEntity, variables: object = {}) => {
  const query = `query ($first: Int = 20, $after: String, $unreadOnly: Boolean = false) { notifications(first: $first, after: $after, unreadOnly: $unreadOnly) { edges { node { ${fields} } } pageInfo { endCursor hasNextPage } } }`;
  return (await api.as(person).send<{ notifications: { edges: { node: Shown }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }>(query, variables as Record<string, unknown>)).notifications;
};
const list = async (person: PersonEntity, variables: object = {}) => (await page(person, variables)).edges.map(({ node }) => node);
const unread = async (person: PersonEntity) => (await api.as(person).send<{ unreadNotificationCount: number }>('{ unreadNotificationCount }')).unreadNotificationCount;
const since = async (person: PersonEntity, seq: number | null) =>
  (await api.as(person).send<{ notificationsSince: { notifications: Shown[]; lastSeq: number; hasMore: boolean; unreadCount: number } }>(
    `query ($seq: Int) { notificationsSince(seq: $seq) { notifications { ${fields} } lastSeq hasMore unreadCount } }`, { seq },
  )).notificationsSince;
const markRead = async (person: PersonEntity, input: object) =>
  (await api.as(person).send<{ markNotificationsRead: { readIds: string[]; unreadCount: number } }>('mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { readIds unreadCount } }', { input })).markNotificationsRead;
const notify = (community: CommunityEntity, { by = actor, to = [reader], kind = 'mention' as NotificationKind, eventId = newId(), once = false } = {}) =>
  api.app.get(NotificationService).notify({ eventId, kind, subject: { type: 'community', id: community.id }, actorId: by.id, recipientIds: to.map(({ id }) => id), once });
const communities = (count: number) => Promise.all(Array.from({ length: count }, () => aCommunity().save(api.manager)));

describe('communities', () => {
  it('tell animators who asks to join, grouped, until nobody waits; and whoever asked, that they are in', async () => {
    const community = await aCommunity().being('closed').animatedBy(reader).save(api.manager);
    for (const person of [actor, other]) await api.as(person).send('mutation ($id: ID!) { joinCommunity(id: $id) { id } }', { id: community.id });
    await api.settled();

    const asked = { kind: 'JOIN_REQUEST', actorCount: 2, actors: [{ id: other.id }, { id: actor.id }], target: { type: 'join-requests', id: community.id, title: community.name } };
    expect(await list(reader)).toMatchObject([asked]);
    const [first, second]: { id: string }[] = await api.dataSource.query('SELECT id FROM join_request WHERE community_id = $1 ORDER BY id', [community.id]);
    await api.as(reader).send('mutation ($id: ID!) { acceptJoinRequest(id: $id) { id } }', { id: first?.id });
    await api.as(reader).send('mutation ($id: ID!) { declineJoinRequest(id: $id) { id } }', { id: second?.id });
    await api.settled();

    expect([await list(reader), await unread(reader)]).toEqual([[], 0]);
    expect(await list(actor)).toMatchObject([{ kind: 'ADMISSION', actors: [{ id: reader.id }], target: { type: 'community', id: community.id } }]);
    expect(await list(other)).toEqual([]);
  });

  it('take their notifications along when they go out of sight', async () => {
    const community = await aCommunity().being('secret').animatedBy(actor).with(reader).save(api.manager);
    await notify(community);
    expect([(await list(reader)).length, await unread(reader)]).toEqual([1, 1]);

    await api.as(reader).send('mutation ($id: ID!) { leaveCommunity(id: $id) { communityId } }', { id: community.id });
    expect([await list(reader), await unread(reader), (await since(reader, 0)).notifications]).toEqual([[], 0, []]);
  });

  it('are told less of by whoever wants less', async () => {
    const [quiet, less] = (await communities(2)) as [CommunityEntity, CommunityEntity];
    const set = (community: CommunityEntity, level: string) =>
      api.as(reader).send('mutation ($communityId: ID!, $level: CommunityNotifications!) { setCommunityNotifications(communityId: $communityId, level: $level) { viewerNotifications } }', { communityId: community.id, level });
    expect(await set(quiet, 'NOTHING')).toMatchObject({ setCommunityNotifications: { viewerNotifications: 'NOTHING' } });
    await set(less, 'MENTIONS');
    for (const community of [quiet, less]) for (const kind of ['mention', 'reaction'] as const) await notify(community, { kind });
    expect((await list(reader)).map(({ kind, target }) => [kind, target?.id])).toEqual([['MENTION', less.id]]);

    await set(quiet, 'ALL');
    await notify(quiet);
    expect(await unread(reader)).toBe(2);
    const secret = await aCommunity().being('secret').save(api.manager);
    await expect(set(secret, 'NOTHING')).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
  });
});

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
    const [latest, first] = (await list(reader)) as [Shown, Shown];
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

    const [read] = rest.notifications as [Shown];
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

describe('quiet hours', () => {
  const tomorrow = (): number => (new Date(Date.now() + 86_400_000).getUTCDay() + 6) % 7 + 1;
  /** A day on which it is not work now. */
  const off = () => ({ hasQuietHours: true, workingDays: [tomorrow()], timeZone: 'UTC', opensAt: 0, closesAt: 0 });

  it('hold what comes: no count until they are over, but it is in the list; then it counts', async () => {
    await change(reader, off());
    const [community] = (await communities(1)) as [CommunityEntity];
    await notify(community);
    expect([(await list(reader)).length, await unread(reader)]).toEqual([1, 0]);

    await api.dataSource.query(`UPDATE notification SET held_until = now() WHERE recipient_id = $1`, [reader.id]);
    expect(await unread(reader)).toBe(1);
    // One job tells it at the opening, however much was held.
    const jobs = () => api.dataSource.query(`SELECT state FROM pgboss.job WHERE name = 'notifications.hours-opened' AND singleton_key = $1`, [reader.id]);
    expect(await jobs()).toEqual([{ state: 'created' }]);
    await api.app.get(Jobs).runDue(new Date(Date.now() + 8 * 86_400_000));
    expect(await jobs()).toEqual([{ state: 'completed' }]);
  });

  it('let through what the person marked as urgent: kinds, and mentions by people', async () => {
    await change(reader, { ...off(), urgentKinds: ['REACTION'], urgentPersonIds: [other.id] });
    const [one, two, three] = (await communities(3)) as [CommunityEntity, CommunityEntity, CommunityEntity];
    await notify(one, { kind: 'mention' });
    await notify(two, { kind: 'reaction' });
    await notify(three, { kind: 'mention', by: other });
    expect([(await list(reader)).length, await unread(reader)]).toEqual([3, 2]);
  });

  it.each([
    [{ timeZone: 'Mars/Olympus' }, 'HOURS_TIME_ZONE_UNKNOWN'], [{ opensAt: 1440 }, 'WORKING_HOURS_INVALID'], [{ closesAt: -1 }, 'WORKING_HOURS_INVALID'], [{ workingDays: [] }, 'WORKING_HOURS_INVALID'],
    [{ workingDays: [8] }, 'WORKING_HOURS_INVALID'], [{ urgentPersonIds: ['x'] }, 'ID_INVALID'], [{ urgentPersonIds: [newId()] }, 'PERSON_NOT_FOUND'],
    [{ urgentPersonIds: Array.from({ length: 51 }, () => newId()) }, 'URGENT_PEOPLE_TOO_MANY'],
  ])('refuse %o, and stay as they were', async (input, code) => {
    await change(reader, { workingDays: [2, 1, 2] });
    await expect(change(reader, input)).rejects.toMatchObject({ code });
    expect(await api.as(reader).send('{ notificationSettings { workingDays } }')).toEqual({ notificationSettings: { workingDays: [1, 2] } });
  });

  it('go by the browser’s time zone until the person chooses one', async () => {
    const tell = (timeZone: string) => api.as(other).send('mutation ($timeZone: String!) { tellTimeZone(timeZone: $timeZone) { timeZone timeZoneChosen } }', { timeZone });
    expect(await api.as(other).send('{ notificationSettings { timeZone opensAt closesAt workingDays } }')).toEqual({
      notificationSettings: { timeZone: 'Europe/Paris', opensAt: 480, closesAt: 1140, workingDays: [1, 2, 3, 4, 5] },
    });
    expect(await tell('America/Montreal')).toEqual({ tellTimeZone: { timeZone: 'America/Montreal', timeZoneChosen: false } });
    await change(other, { timeZone: 'Asia/Tokyo' });
    expect(await tell('Europe/Paris')).toEqual({ tellTimeZone: { timeZone: 'Asia/Tokyo', timeZoneChosen: true } });
    await expect(tell('Nowhere')).rejects.toMatchObject({ code: 'HOURS_TIME_ZONE_UNKNOWN' });
  });
});
