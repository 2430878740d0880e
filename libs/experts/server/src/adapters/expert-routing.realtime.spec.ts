import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { TestApi } from '@parvis/identity/server/testing';
import type { Change } from '@parvis/platform/server';
import { io, type Socket } from 'socket.io-client';
import { Asking } from '../testing/asking.ts';
import { testDomains } from '../testing/domains.ts';

let api: TestApi;
let asking: Asking;
let asker: PersonEntity;
let sockets: Socket[] = [];
/** A word that no other test knows. */
let word = '';
const words = ['planimeter', 'goniometer', 'hygrometer', 'tachometer'];

beforeAll(async () => {
  api = await TestApi.start(testDomains);
  asking = new Asking(api);
});
afterAll(() => api.stop());
beforeEach(async () => {
  word = words[words.indexOf(word) + 1] ?? '';
  asker = await asking.worker({ name: 'Asker' });
});
afterEach(() => {
  for (const socket of sockets) socket.disconnect();
  sockets = [];
});

/** Somebody with Parvis open. */
async function online(person: PersonEntity): Promise<{ watches: (topic: string) => Promise<boolean>; hearsOf: (work: () => Promise<unknown>) => Promise<Change[]> }> {
  const socket = io(api.url, { transports: ['websocket'], extraHeaders: { cookie: await api.cookieOf(person.id) }, forceNew: true });
  sockets.push(socket);
  let heard: Change[] = [];
  socket.on('changed', (change: Change) => heard.push(change));
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  const watches = async (topic: string): Promise<boolean> => (await socket.emitWithAck('watch', { topic })).ok;
  const hearsOf = async (work: () => Promise<unknown>): Promise<Change[]> => {
    heard = [];
    await work();
    await api.settled();
    // What was told before comes before the answer.
    await watches('home');
    return heard;
  };
  return { watches, hearsOf };
}

describe('whoever has asked a question', () => {
  it('hears that somebody is asked, once, and nothing of who declines', async () => {
    const experts = await asking.experts(word, 3);
    const id = await asking.ask(asker, word);
    const topic = `expert-routing:${id}`;
    const { watches, hearsOf } = await online(asker);
    expect(await watches(topic)).toBe(true);

    expect(await hearsOf(() => asking.pass(id, 23))).toEqual([]);
    expect(await hearsOf(() => asking.pass(id, 2))).toEqual([{ topic, kind: 'expert-routing.changed', id, authorId: null }]);
    expect(await asking.routing(asker, id)).toMatchObject({ state: 'ASKING' });

    expect(await hearsOf(() => asking.decline(experts[0] as PersonEntity))).toEqual([]);
    expect(await asking.askedNow(id)).toBe(experts[1]?.id);
    expect(await hearsOf(() => asking.pass(id, 25))).toEqual([]);
    expect(await asking.askedNow(id)).toBe(experts[2]?.id);
  });

  it('hears of an answer with those who have the question open, and of what they choose on another device', async () => {
    await asking.experts(word, 1);
    const id = await asking.ask(asker, word);
    await asking.pass(id, 25);
    const [desk, phone] = [await online(asker), await online(asker)];
    for (const { watches } of [desk, phone]) expect([await watches(`expert-routing:${id}`), await watches(`post:${id}`)]).toEqual([true, true]);

    const chosen = await desk.hearsOf(() => api.as(asker).send('mutation ($id: ID!) { askExpertsAfter(questionId: $id, after: NEVER) { id } }', { id }));
    expect(chosen).toEqual([{ topic: `expert-routing:${id}`, kind: 'expert-routing.changed', id, authorId: null }]);
    expect(await phone.hearsOf(async () => asking.answer(await asking.worker(), id))).toContainEqual(expect.objectContaining({ topic: `post:${id}`, kind: 'comment.added' }));
    expect(await asking.routing(asker, id)).toBeNull();
  });

  it('is alone in hearing it, as long as they see the question', async () => {
    const place = await aCommunity().being('closed').with(asker).save(api.manager);
    const colleague = await asking.worker();
    const [open, hidden] = [await asking.ask(asker, word), await asking.ask(asker, word, { in: place })];
    const { watches } = await online(colleague);
    expect([await watches(`expert-routing:${open}`), await watches(`expert-routing:${randomUUID()}`)]).toEqual([false, false]);
    const own = await online(asker);
    expect([await own.watches(`expert-routing:${open}`), await own.watches(`expert-routing:${hidden}`)]).toEqual([true, true]);

    await api.dataSource.query('DELETE FROM membership WHERE community_id = $1', [place.id]);
    await api.as(asker).send('mutation ($id: ID!) { deletePost(id: $id) }', { id: open });
    expect(await (await online(asker)).watches(`expert-routing:${hidden}`)).toBe(false);
    expect(await (await online(asker)).watches(`expert-routing:${open}`)).toBe(false);
  });
});
