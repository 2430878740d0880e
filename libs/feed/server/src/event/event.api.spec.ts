import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity, MembershipEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { EventHandlers, Jobs, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { DateTime } from 'luxon';
import { importPosts } from '../adapters/posts.importer.ts';
import { feedDomain } from '../feed.domain.ts';
import { eventReminder, remindersPlanned } from './event-reminders.ts';
import { eventMoved, eventReminderDue, eventSeatFreed } from './event.events.ts';

const FIELDS = `id title event { startsAt endsAt starts ends timeZone isAllDay place link seatLimit isOver attendingCount maybeCount waitingCount calendarPath
  viewerReply { answer isWaiting reminders } attendees { totalCount edges { node { id } } } }`;
const CREATE = `mutation ($input: CreatePostInput!) { createPost(input: $input) { ${FIELDS} } }`;
const EDIT = `mutation ($input: EditPostInput!) { editPost(input: $input) { ${FIELDS} revisions { event { startsAt place } } } }`;
const READ = `query ($id: ID!) { post(id: $id) { ${FIELDS} } }`;
const REPLY = `mutation ($id: ID!, $answer: EventAnswer!) { replyToEvent(postId: $id, answer: $answer) { ${FIELDS} } }`;
const REMIND = `mutation ($id: ID!, $minutes: [Int!]!) { setEventReminders(postId: $id, minutesBefore: $minutes) { ${FIELDS} } }`;
const LIST = `query ($community: ID, $past: Boolean, $mine: Boolean, $first: Int = 20, $after: String, $from: DateTime, $to: DateTime) {
  events(communityId: $community, past: $past, mine: $mine, first: $first, after: $after, from: $from, to: $to) {
    edges { node { id event { attendingCount viewerReply { answer } } } } pageInfo { endCursor hasNextPage }
  }
}`;

interface Event {
  id: string;
  event: { startsAt: string; attendingCount: number; maybeCount: number; waitingCount: number; viewerReply: { answer: string; isWaiting: boolean; reminders: number[] } | null; attendees: { edges: { node: { id: string } }[] } };
}

let api: TestApi;
let author: PersonEntity, guest: PersonEntity, other: PersonEntity, stranger: PersonEntity;
let closed: CommunityEntity;
const told: object[] = [];

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
  const events = api.app.get(EventHandlers);
  for (const event of [eventMoved, eventSeatFreed, eventReminderDue]) events.on<object>(event as never, (payload) => void told.push(payload));
});
afterAll(() => api.stop());
beforeEach(async () => {
  [author, guest, other, stranger] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  closed = await aCommunity().being('closed').with(author, guest, other).save(api.manager);
  told.length = 0;
});

/** A wall time in Paris, so many days from today. */
const inDays = (days: number, time = '14:00') => `${DateTime.now().setZone('Europe/Paris').plus({ days }).toISODate()}T${time}`;
const usual = () => ({ starts: inDays(7), ends: inDays(7, '15:30'), timeZone: 'Europe/Paris', isAllDay: false, place: 'Salle Ardennes' });
const input = (event: object | null = {}) => ({ input: { key: randomUUID(), kind: 'EVENT', title: 'Open day', communityId: closed.id, event: event && { ...usual(), ...event } } });
const publish = async (event: object = {}) => (await api.as(author).send<{ createPost: Event }>(CREATE, input(event))).createPost;
const read = async (viewer: PersonEntity, id: string) => (await api.as(viewer).send<{ post: Event | null }>(READ, { id })).post;
const reply = async (by: PersonEntity, id: string, answer: string) => (await api.as(by).send<{ replyToEvent: Event }>(REPLY, { id, answer })).replyToEvent;
const edit = (by: PersonEntity, id: string, event: object) => api.as(by).send<{ editPost: Event }>(EDIT, { input: { id, event: { ...usual(), ...event } } });
const end = (id: string) => api.manager.query(`UPDATE event SET starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' WHERE post_id = $1`, [id]);

async function listed(viewer: PersonEntity, variables: object = {}): Promise<string[]> {
  const { events } = await api.as(viewer).send<{ events: { edges: { node: Event }[] } }>(LIST, { community: closed.id, ...variables });
  return events.edges.map(({ node }) => node.id);
}

async function calendar(viewer: PersonEntity, path: string) {
  const response = await fetch(`${api.url}${path}`, { headers: { cookie: await api.cookieOf(viewer.id) } });
  return { status: response.status, type: response.headers.get('content-type'), text: (await response.text()).replace(/\r\n[ \t]/g, '') };
}

describe('an event', () => {
  it('is at a time and a place, and found by it', async () => {
    const event = await publish({ place: 'Salle Quetzalcoatl', link: 'https://meet.example/1', seatLimit: 12 });
    expect(event).toMatchObject({ title: 'Open day', event: { starts: inDays(7), ends: inDays(7, '15:30'), timeZone: 'Europe/Paris', link: 'https://meet.example/1', seatLimit: 12, isOver: false, viewerReply: null } });
    await expect(api.as(guest).send('{ search(text: "quetzalcoatl") { groups { hits { id } } } }')).resolves.toEqual({ search: { groups: [{ hits: [{ id: event.id }] }] } });
    expect(await read(stranger, event.id)).toBeNull();
  });

  it.each([
    ['no part', null, 'POST_PART_MISSING', 'event'],
    ['a time that has passed', { starts: '2020-01-01T10:00', ends: '2020-01-01T11:00' }, 'TIME_PAST', 'starts'],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, 'TIME_ZONE_UNKNOWN', 'timeZone'],
    ['a link that is not https', { link: 'javascript:alert(1)' }, 'EVENT_LINK_INVALID', 'link'],
    ['no seats', { seatLimit: 0 }, 'EVENT_SEATS_INVALID', 'seatLimit'],
    ['too long a place', { place: 'x'.repeat(201) }, 'TEXT_TOO_LONG', 'place'],
  ])('refuses %s, by name', async (_what, event, code, field) => {
    await expect(api.as(author).send(CREATE, input(event))).rejects.toMatchObject({ code, field });
  });
});

describe('answering an event', () => {
  it('counts those who come, perhaps come, and do not, and names those who come', async () => {
    const { id } = await publish();
    expect((await reply(guest, id, 'ATTENDING')).event).toMatchObject({ attendingCount: 1, viewerReply: { answer: 'ATTENDING', isWaiting: false, reminders: [1440, 15] } });
    await reply(other, id, 'MAYBE');
    const seen = await read(author, id);
    expect(seen?.event).toMatchObject({ attendingCount: 1, maybeCount: 1, attendees: { totalCount: 1, edges: [{ node: { id: guest.id } }] } });
    expect((await reply(guest, id, 'DECLINED')).event).toMatchObject({ attendingCount: 0, attendees: { edges: [] } });
  });

  it('is refused to strangers, for what is over and for what is no event', async () => {
    const { id } = await publish();
    await expect(reply(stranger, id, 'ATTENDING')).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
    await expect(reply(guest, '17', 'ATTENDING')).rejects.toMatchObject({ code: 'ID_INVALID' });
    await expect(api.anonymous().send(REPLY, { id, answer: 'MAYBE' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await end(id);
    await expect(reply(guest, id, 'ATTENDING')).rejects.toMatchObject({ code: 'EVENT_OVER' });
  });

  it('gives the last seat once, keeps the order of those who wait, and seats them when somebody gives up', async () => {
    const { id } = await publish({ seatLimit: 1 });
    await Promise.all([guest, other, author].map((person) => reply(person, id, 'ATTENDING')));
    const seen = await read(author, id);
    expect(seen?.event).toMatchObject({ attendingCount: 1, waitingCount: 2 });
    const seated = seen?.event.attendees.edges[0]?.node.id;
    const waiting: { person_id: string }[] = await api.manager.query('SELECT person_id FROM event_reply WHERE post_id = $1 AND is_waiting ORDER BY answered_at', [id]);

    await reply([guest, other, author].find((person) => person.id === seated) as PersonEntity, id, 'MAYBE');
    await api.settled();
    expect((await read(author, id))?.event).toMatchObject({ attendingCount: 1, waitingCount: 1, attendees: { edges: [{ node: { id: waiting[0]?.person_id } }] } });
    expect(told).toEqual([{ postId: id, personId: waiting[0]?.person_id }]);
    await edit(author, id, { seatLimit: null });
    expect((await read(author, id))?.event).toMatchObject({ attendingCount: 2, waitingCount: 0 });
  });
});

describe('changing an event', () => {
  it('keeps what it was, counts the change and tells of it; another title moves nothing', async () => {
    const { id, event } = await publish();
    await expect(edit(guest, id, {})).rejects.toMatchObject({ code: 'POST_NOT_YOURS' });
    await edit(author, id, { seatLimit: 5 });
    await api.settled();
    expect(told).toEqual([]);
    const moved = await edit(author, id, { starts: inDays(8), ends: inDays(8, '16:00'), place: 'Salle Vosges' });
    await api.settled();
    expect(told).toEqual([{ postId: id, authorId: author.id }]);
    expect(moved.editPost).toMatchObject({ event: { starts: inDays(8), place: 'Salle Vosges' }, revisions: [{ event: { startsAt: event.startsAt, place: 'Salle Ardennes' } }, { event: { place: 'Salle Ardennes' } }] });
    await expect(edit(author, id, { starts: '2020-01-01T10:00', ends: '2020-01-01T11:00' })).rejects.toMatchObject({ code: 'TIME_PAST' });
    expect((await calendar(author, `/events/${id}.ics`)).text).toContain('SEQUENCE:1');
  });
});

describe('reminders', () => {
  const toldOf = (id: string) => told.filter((event) => 'postId' in event && event.postId === id);
  const runUntil = async (days: number, time: string) => {
    await api.app.get(Jobs, { strict: false }).runDue(DateTime.fromISO(inDays(days, time), { zone: 'Europe/Paris' }).toJSDate());
    await api.settled();
  };

  it('go to those who come and asked for them, once, at the new time when it moves, and to nobody who left', async () => {
    const { id } = await publish();
    await reply(guest, id, 'ATTENDING');
    await reply(other, id, 'MAYBE');
    await reply(author, id, 'ATTENDING');
    await api.as(other).send(REMIND, { id, minutes: [60] });
    await edit(author, id, { starts: inDays(9), ends: inDays(9, '15:00') });
    await api.settled();
    told.length = 0;

    await runUntil(7, '23:00');
    expect(toldOf(id)).toEqual([]);
    await api.manager.delete(MembershipEntity, { personId: author.id, communityId: closed.id });
    const dayBefore = { postId: id, minutesBefore: 1440, personIds: [guest.id] };
    await runUntil(8, '14:00');
    expect(toldOf(id)).toEqual([dayBefore]);
    await runUntil(9, '13:50');
    const all = [dayBefore, { postId: id, minutesBefore: 60, personIds: [other.id] }, { postId: id, minutesBefore: 15, personIds: [guest.id] }];
    expect(toldOf(id)).toHaveLength(3);
    expect(toldOf(id)).toEqual(expect.arrayContaining(all));
    await api.app.get(Jobs, { strict: false }).run(eventReminder, { postId: id, minutesBefore: 60 });
    await api.settled();
    expect(toldOf(id)).toHaveLength(3);
  });

  it('are planned within the hour for an event that an import brought, and once', async () => {
    const imported = { line: 1, id: randomUUID(), writtenBy: null, community: null, kind: 'event' as const, title: 'Open day', body: { type: 'doc' as const }, createdAt: new Date(), tags: [], poll: null, announcement: null, pinnedAt: null, pinnedUntil: null };
    const starts = DateTime.fromISO(inDays(1), { zone: 'Europe/Paris' });
    const event = { startsAt: starts.toJSDate(), endsAt: starts.plus({ hours: 1 }).toJSDate(), timeZone: 'Europe/Paris', isAllDay: false, place: null, link: null, seatLimit: null };
    await expect(importPosts(api.manager, [{ ...imported, author: author.identifier, event }])).resolves.toMatchObject({ added: 1, problems: [] });
    const [{ id }] = await api.manager.query('SELECT id FROM import_reference WHERE external_id = $1', [imported.id]);
    await reply(guest, id, 'ATTENDING');
    for (let hour = 0; hour < 2; hour += 1) await api.app.get(Jobs, { strict: false }).run(remindersPlanned, {});

    await runUntil(1, '13:50');
    expect(toldOf(id)).toContainEqual({ postId: id, minutesBefore: 15, personIds: [guest.id] });
    expect(toldOf(id).filter((reminder) => 'minutesBefore' in reminder && reminder.minutesBefore === 15)).toHaveLength(1);
  });

  it('are chosen by who comes, among three', async () => {
    const { id } = await publish();
    await expect(api.as(guest).send(REMIND, { id, minutes: [60] })).rejects.toMatchObject({ code: 'EVENT_NOT_ATTENDED' });
    await reply(guest, id, 'MAYBE');
    await expect(api.as(guest).send(REMIND, { id, minutes: [7] })).rejects.toMatchObject({ code: 'EVENT_REMINDER_INVALID' });
    await expect(api.as(stranger).send(REMIND, { id, minutes: [60] })).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
    await expect(api.as(guest).send(REMIND, { id, minutes: [] })).resolves.toMatchObject({ setEventReminders: { event: { viewerReply: { reminders: [] } } } });
  });
});

describe('lists of events', () => {
  it('go by time, both ways, page by page, mine apart, and stay closed to strangers', async () => {
    const late = await publish({ starts: inDays(20), ends: inDays(20, '15:00') });
    const soon = await publish({ starts: inDays(2), ends: inDays(2, '15:00') });
    const [old, older] = [await publish(), await publish()];
    await end(old.id);
    await api.manager.query(`UPDATE event SET starts_at = now() - interval '3 days', ends_at = now() - interval '2 days' WHERE post_id = $1`, [older.id]);
    await reply(guest, late.id, 'MAYBE');

    expect(await listed(guest)).toEqual([soon.id, late.id]);
    expect(await listed(guest, { past: true })).toEqual([old.id, older.id]);
    expect(await listed(guest, { mine: true })).toEqual([late.id]);
    expect(await listed(author, { mine: true })).toEqual([soon.id, late.id]);
    expect(await listed(stranger)).toEqual([]);
    expect(await listed(guest, { from: DateTime.now().plus({ days: 10 }).toISO() })).toEqual([late.id]);
    expect(await listed(guest, { to: DateTime.now().plus({ days: 10 }).toISO() })).toEqual([soon.id]);

    const { events } = await api.as(guest).send<{ events: { pageInfo: { endCursor: string; hasNextPage: boolean } } }>(LIST, { community: closed.id, first: 1 });
    expect(events.pageInfo.hasNextPage).toBe(true);
    expect(await listed(guest, { after: events.pageInfo.endCursor })).toEqual([late.id]);
    await expect(listed(guest, { after: 'bogus' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    await expect(listed(guest, { community: '17' })).rejects.toMatchObject({ code: 'ID_INVALID' });
  });

  it('cost the same whatever their length', async () => {
    await listed(guest);
    await publish();
    const cost = async () => (await api.statementsOf(() => listed(guest))).length;
    const ofOne = await cost();
    for (let i = 0; i < 6; i++) await reply(guest, (await publish()).id, 'ATTENDING');
    expect([ofOne, await cost()]).toEqual([3, 3]);
  });
});

describe('the calendar files', () => {
  it('hold the event in UTC, whole days as dates, and are for those who see it', async () => {
    const { id } = await publish({ starts: '2099-07-15T14:00', ends: '2099-07-15T15:30', link: 'https://meet.example/1' });
    const file = await calendar(guest, `/events/${id}.ics`);
    expect(file).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' });
    for (const line of [`UID:${id}@parvis`, 'SEQUENCE:0', 'DTSTART:20990715T120000Z', 'DTEND:20990715T133000Z', 'SUMMARY:Open day', 'LOCATION:Salle Ardennes']) expect(file.text).toContain(line);
    const days = await publish({ starts: '2099-07-15', ends: '2099-07-16', isAllDay: true });
    for (const line of ['DTSTART;VALUE=DATE:20990715', 'DTEND;VALUE=DATE:20990717']) expect((await calendar(guest, `/events/${days.id}.ics`)).text).toContain(line);

    expect(await calendar(stranger, `/events/${id}.ics`)).toMatchObject({ status: 404 });
    expect(await calendar(guest, `/events/${randomUUID()}.ics`)).toMatchObject({ status: 404 });
    expect(await calendar(guest, '/events/nothing.ics')).toMatchObject({ status: 404 });
    expect((await fetch(`${api.url}/events/${id}.ics`)).status).toBe(401);
  });

  it('gather what one comes to', async () => {
    const [coming, declined, ignored] = [await publish(), await publish(), await publish()];
    await reply(guest, coming.id, 'MAYBE');
    await reply(guest, declined.id, 'DECLINED');
    const { text } = await calendar(guest, '/events/mine.ics');
    expect(text).toContain(`UID:${coming.id}@parvis`);
    expect(text).toContain('STATUS:TENTATIVE');
    for (const { id } of [declined, ignored]) expect(text).not.toContain(id);
    expect((await fetch(`${api.url}/events/mine.ics`)).status).toBe(401);
  });
});
