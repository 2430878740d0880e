import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity, MembershipEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { aNotificationReader } from '@parvis/notifications/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { newId, platformDomain, Transactions } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { DateTime } from 'luxon';
import { eventReminderDue } from '../event/event.events.ts';
import { feedDomain } from '../feed.domain.ts';

let api: TestApi;
let author: PersonEntity, guest: PersonEntity, other: PersonEntity, away: PersonEntity;
let closed: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [author, guest, other, away] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  closed = await aCommunity().being('closed').with(author, guest, other, away).save(api.manager);
});

const { list, told, change } = aNotificationReader(() => api);
const inDays = (days: number, time = '14:00') => `${DateTime.now().plus({ days }).toISODate()}T${time}`;
const usual = () => ({ starts: inDays(7), ends: inDays(7, '15:30'), timeZone: 'Europe/Paris', isAllDay: false, place: 'Salle Ardennes' });
const publish = async (event: object = {}) =>
  (
    await api.as(author).send<{ createPost: { id: string } }>('mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', {
      input: { key: randomUUID(), kind: 'EVENT', title: 'Open day', communityId: closed.id, event: { ...usual(), ...event } },
    })
  ).createPost.id;
const reply = (by: PersonEntity, id: string, answer: string) => api.as(by).send('mutation ($id: ID!, $answer: EventAnswer!) { replyToEvent(postId: $id, answer: $answer) { id } }', { id, answer });
const move = (id: string, event: object) => api.as(author).send('mutation ($input: EditPostInput!) { editPost(input: $input) { id } }', { input: { id, event: { ...usual(), ...event } } });
const callOff = (id: string) => api.as(author).send('mutation ($id: ID!) { deletePost(id: $id) }', { id });
/** The author comes too, two others come or may come, one does not. */
const expected = async (id: string) => {
  for (const [person, answer] of [[author, 'ATTENDING'], [guest, 'ATTENDING'], [other, 'MAYBE'], [away, 'DECLINED']] as const) await reply(person, id, answer);
};
const leave = (person: PersonEntity) => api.manager.delete(MembershipEntity, { communityId: closed.id, personId: person.id });

describe('an event that moves', () => {
  it('is told to those who come or may come, once for what happens before they read it, and not to whoever moved it', async () => {
    const id = await publish();
    await expected(id);
    await move(id, { place: 'Salle Vosges' });
    await move(id, { place: 'Salle Jura' });
    for (const person of [guest, other]) expect(await told(person)).toEqual([['EVENT_CHANGE', 'post', id, 'Open day']]);
    expect(await list(guest)).toMatchObject([{ happenedCount: 2, actors: [{ id: author.id }] }]);
    expect([await told(author), await told(away)]).toEqual([[], []]);
  });

  it('is not told to whoever may not see it any more, turned the kind off, or muted the author; nor when it is over, or stays where it is', async () => {
    const id = await publish();
    const [muter] = (await people(api.manager, 1)) as [PersonEntity];
    await api.manager.insert(MembershipEntity, { id: newId(), communityId: closed.id, personId: muter.id, role: 'member', joinedAt: new Date() });
    await expected(id);
    await reply(muter, id, 'ATTENDING');
    await api.dataSource.query('INSERT INTO mute (id, person_id, muted_person_id, created_at) VALUES ($1, $2, $3, now())', [newId(), muter.id, author.id]);
    await move(id, { seatLimit: 40 });
    await leave(guest);
    await change(other, { offKinds: ['EVENT_CHANGE'] });
    await move(id, { place: 'Salle Vosges' });
    for (const person of [guest, other, muter]) expect(await told(person)).toEqual([]);

    await change(other, { offKinds: [] });
    await api.manager.query(`UPDATE event SET starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' WHERE post_id = $1`, [id]);
    await callOff(id);
    expect(await told(other)).toEqual([]);
  });
});

describe('an event that is called off', () => {
  it('is told with its title to those who come or may come, though nobody sees it any more', async () => {
    const id = await publish();
    await expected(id);
    await move(id, { place: 'Salle Vosges' });
    await callOff(id);
    for (const person of [guest, other]) expect(await told(person)).toEqual([['EVENT_CHANGE', 'cancelled-event', id, 'Open day']]);
    expect([await told(author), await told(away)]).toEqual([[], []]);
  });

  it('is out of sight for whoever leaves the community', async () => {
    const id = await publish();
    await expected(id);
    await callOff(id);
    expect(await told(guest)).toHaveLength(1);
    await leave(guest);
    expect(await told(guest)).toEqual([]);
  });
});

describe('a seat', () => {
  it('that becomes free is told to whoever waited for it, and nobody learns who gave it up', async () => {
    const id = await publish({ seatLimit: 1 });
    for (const person of [guest, other, away]) await reply(person, id, 'ATTENDING');
    await reply(guest, id, 'DECLINED');
    expect(await told(other)).toEqual([['SEAT', 'post', id, 'Open day']]);
    expect(await list(other)).toMatchObject([{ actorCount: 0, actors: [] }]);
    expect([await told(guest), await told(away)]).toEqual([[], []]);
  });
});

describe('a reminder', () => {
  it('comes to those who asked, the author too, once, by nobody, and at the hour that they asked for', async () => {
    const id = await publish();
    await change(author, { workingDays: [((new Date().getUTCDay() + 1) % 7) + 1], timeZone: 'UTC' });
    await api.app.get(Transactions).run(async (tx) => tx.emit(eventReminderDue({ postId: id, minutesBefore: 15, personIds: [author.id, guest.id] })));
    for (const person of [author, guest]) expect(await told(person)).toEqual([['REMINDER', 'post', id, 'Open day']]);
    expect(await api.as(author).send('{ unreadNotificationCount notifications { edges { node { actorCount actors { id } } } } }')).toEqual({
      unreadNotificationCount: 1,
      notifications: { edges: [{ node: { actorCount: 0, actors: [] } }] },
    });
  });
});
