import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain, Realtime } from '@parvis/platform/server';
import { io, type Socket } from 'socket.io-client';
import { communitiesDomain } from '../communities.domain.ts';
import type { CommunityVisibility } from '../community/community.entity.ts';
import { aCommunity } from '../testing/index.ts';
import { communityRoom } from './communities.realtime.ts';

let api: TestApi;
let animator: PersonEntity, person: PersonEntity;
let socket: Socket;
let heard: string[];

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [animator, person] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
  heard = [];
  socket = io(api.url, { transports: ['websocket'], extraHeaders: { cookie: await api.cookieOf(person.id) }, forceNew: true });
  socket.on('changed', ({ kind }: { kind: string }) => heard.push(kind));
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
});
afterEach(() => void socket.disconnect());

const watches = async (id: string): Promise<boolean> => (await socket.emitWithAck('watch', { topic: `community:${id}` })).ok;

/** What the person hears of two changes of a community: one told to its members, one to those who watch it. */
async function hears(id: string): Promise<string[]> {
  heard = [];
  const change = { id: randomUUID(), authorId: randomUUID(), topic: `community:${id}` };
  await api.app.get(Realtime).tell([communityRoom(id)], { ...change, kind: 'to members' });
  await api.app.get(Realtime).tellWatchers({ ...change, kind: 'to watchers' });
  // An answer comes after what was sent before it.
  await socket.emitWithAck('watch', { topic: 'home' });
  return heard;
}

describe('the sockets of members', () => {
  it('hear of a community from the moment they are brought in until they leave', async () => {
    const { id } = await aCommunity().being('secret').animatedBy(animator).save(api.manager);
    expect([await watches(id), await hears(id)]).toEqual([false, []]);

    await api.as(animator).send(`mutation ($id: ID!, $person: ID!) { addCommunityMember(communityId: $id, personId: $person) { id } }`, { id, person: person.id });
    await api.settled();
    expect([await watches(id), await hears(id)]).toEqual([true, ['to members', 'to watchers']]);

    await api.as(person).send(`mutation ($id: ID!) { leaveCommunity(id: $id) { communityId } }`, { id });
    await api.settled();
    expect(await hears(id)).toEqual([]);
  });

  it('hear of the community that they make', async () => {
    const input = { key: randomUUID(), name: 'Mine', description: 'My own.', visibility: 'SECRET' };
    const { createCommunity } = await api.as(person).send<{ createCommunity: { id: string } }>(`mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) { id } }`, { input });
    await api.settled();
    expect(await hears(createCommunity.id)).toEqual(['to members']);
  });

  it('may go on watching an open community that they leave', async () => {
    const { id } = await aCommunity().animatedBy(animator).with(person).save(api.manager);
    await watches(id);
    await api.as(person).send(`mutation ($id: ID!) { leaveCommunity(id: $id) { communityId } }`, { id });
    await api.settled();
    expect(await hears(id)).toEqual(['to watchers']);
  });
});

describe('watching a community', () => {
  it.each<[CommunityVisibility, boolean]>([['open', true], ['closed', false], ['secret', false]])('from outside, when it is %s: %s', async (visibility, allowed) => {
    const { id } = await aCommunity().being(visibility).animatedBy(animator).save(api.manager);
    expect(await watches(id)).toBe(allowed);
  });

  it.each([['an outsider', false], ['a member', true]])('ends for %s when it closes: hears on %s', async (_who, belongs) => {
    const open = aCommunity().animatedBy(animator);
    const { id } = await (belongs ? open.with(person) : open).save(api.manager);
    expect(await watches(id)).toBe(true);
    expect(await hears(id)).toContain('to watchers');

    await api.as(animator).send(`mutation ($id: ID!) { changeCommunityVisibility(input: { id: $id, visibility: CLOSED }) { id } }`, { id });
    await api.settled();
    expect((await hears(id)).includes('to watchers')).toBe(belongs);
  });

  it('that does not exist is refused', async () => {
    expect(await watches(randomUUID())).toBe(false);
  });
});
