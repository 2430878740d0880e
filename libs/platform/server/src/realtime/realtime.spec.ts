import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { newId } from '../paging/uuid.ts';
import { platformDomain } from '../platform.domain.ts';
import { startTestServer, type TestServer } from '../testing/index.ts';
// Not through the door: its types would come into every schema that is made for a test.
import { ProbeModule } from '../testing/probe.ts';
import { Realtime, type Change } from './realtime.ts';

let server: TestServer;
let realtime: Realtime;
let opened: Socket[] = [];
/** Who is in which room, and who may watch what, as the domains would say. */
let rooms: Map<string, string[]>;
let watchable: Set<string>;
/** Runs while somebody is being let in, after their rooms were read. */
let meanwhile: () => Promise<void>;
/** When the sessions end. */
let endsAt: Date;

beforeAll(async () => {
  server = await startTestServer([platformDomain], { modules: [ProbeModule] });
  realtime = server.app.get(Realtime);
  realtime.authenticateWith(async (cookie) => {
    const [, personId, sessionId] = /person=(\w+); session=(\w+)/.exec(cookie ?? '') ?? [];
    return personId && sessionId ? { personId, sessionId, endsAt } : null;
  });
  realtime.roomsOf(async (personId) => {
    const found = rooms.get(personId) ?? [];
    await meanwhile();
    return found;
  });
  realtime.topic('probe', async (personId, id) => {
    if (id === broken) throw new Error('The database is away.');
    return watchable.has(`${personId} ${id}`);
  });
});
afterAll(() => server.stop());
beforeEach(() => {
  [rooms, watchable, meanwhile, endsAt] = [new Map(), new Set(), async () => undefined, new Date(Date.now() + 3_600_000)];
});
afterEach(() => {
  for (const socket of opened) socket.disconnect();
  opened = [];
});

const broken = newId();
const change = (topic = 'home'): Change => ({ topic, kind: 'probe.changed', id: newId(), authorId: newId() });

/** What the next event of this name brings. */
const once = (socket: Socket, event: string) => new Promise<unknown[]>((resolve) => socket.once(event, (...brought: unknown[]) => resolve(brought)));

function open(headers: Record<string, string>): Socket {
  const socket = io(server.url, { transports: ['websocket'], extraHeaders: headers, forceNew: true, reconnection: false });
  opened.push(socket);
  return socket;
}
async function connect(person: string, session = 'one', headers = {}): Promise<{ socket: Socket; heard: Change[] }> {
  const socket = open({ cookie: `person=${person}; session=${session}`, ...headers });
  const heard: Change[] = [];
  socket.on('changed', (told: Change) => heard.push(told));
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  return { socket, heard };
}
const watch = async (socket: Socket, message: unknown): Promise<boolean> => (await socket.emitWithAck('watch', message)).ok;
/** Resolves when everything that was sent so far has arrived: an answer comes after what was sent before it. */
const caughtUp = (...sockets: Socket[]) => Promise.all(sockets.map((socket) => watch(socket, { topic: 'home' })));

describe('opening a socket', () => {
  it('needs a session', async () => {
    await expect(once(open({}), 'connect_error')).resolves.toMatchObject([{ message: 'UNAUTHENTICATED' }]);
    await expect(once(open({ cookie: 'person=; session=' }), 'connect_error')).resolves.toMatchObject([{ message: 'UNAUTHENTICATED' }]);
    await expect(connect('ada')).resolves.toBeTruthy();
  });

  it.each(['https://evil.example.org', 'http://localhost:3001', 'https://localhost:3000', 'null'])('is refused to a page of %s, even with a session', async (origin) => {
    await expect(connect('ada', 'one', { origin })).rejects.toBeTruthy();
  });

  it('is allowed to the pages of Parvis', async () => {
    await expect(connect('ada', 'one', { origin: 'http://localhost:3000' })).resolves.toBeTruthy();
  });

  it('is refused when the rooms cannot be read', async () => {
    meanwhile = async () => {
      throw new Error('The database is away.');
    };
    await expect(connect('ada')).rejects.toMatchObject({ message: 'INTERNAL' });
  });
});

describe('a change', () => {
  it('is told to those in its rooms, once each, and to nobody else', async () => {
    rooms.set('ada', ['red', 'blue']).set('bob', ['red']);
    const [ada, bob, eve] = [await connect('ada'), await connect('bob'), await connect('eve')];
    const told = change();

    await realtime.tell(['red', 'blue'], told);
    await realtime.tell([], change());
    await caughtUp(ada.socket, bob.socket, eve.socket);

    expect([ada.heard, bob.heard, eve.heard]).toEqual([[told], [told], []]);
  });

  it('is told to those who watch its topic, until they do no more', async () => {
    const topic = `probe:${newId()}`;
    watchable.add(`ada ${topic.slice(6)}`);
    const [ada, bob] = [await connect('ada'), await connect('bob')];
    const told = change(topic);

    expect(await Promise.all([ada, bob].map(({ socket }) => watch(socket, { topic })))).toEqual([true, false]);
    await realtime.tellWatchers(told);
    await caughtUp(ada.socket, bob.socket);
    ada.socket.emit('unwatch', { topic });
    await caughtUp(ada.socket);
    await realtime.tellWatchers(change(topic));
    await caughtUp(ada.socket, bob.socket);

    expect([ada.heard, bob.heard]).toEqual([[told], []]);
  });

  it('comes no more once a refresh has found that access is gone', async () => {
    const topic = `probe:${newId()}`;
    watchable.add(`ada ${topic.slice(6)}`);
    rooms.set('ada', ['red']);
    const { socket, heard } = await connect('ada');
    await watch(socket, { topic });

    rooms.set('ada', ['green']);
    watchable.clear();
    await realtime.refresh('ada');
    const green = change();
    for (const room of ['red', 'green']) await realtime.tell([room], { ...green, kind: room });
    await realtime.tellWatchers(change(topic));
    await caughtUp(socket);

    expect(heard).toEqual([{ ...green, kind: 'green' }]);
  });

  it('comes not to somebody who lost access while they were being let in', async () => {
    rooms.set('ada', ['red']);
    let refreshed: Promise<void> = Promise.resolve();
    meanwhile = async () => {
      meanwhile = async () => undefined;
      rooms.set('ada', []);
      refreshed = realtime.refresh('ada');
    };
    const { socket, heard } = await connect('ada');
    await refreshed;
    await realtime.tell(['red'], change());
    await caughtUp(socket);

    expect(heard).toEqual([]);
  });
});

describe('watching', () => {
  it.each([
    ['nothing', undefined], ['null', null], ['text', 'home'], ['a number as a topic', { topic: 5 }], ['no such kind', { topic: `cat:${newId()}` }], ['no id', { topic: 'probe:17' }],
    ['a long topic', { topic: 'x'.repeat(101) }], ['somebody’s room', { topic: 'person/ada' }], ['a topic whose rule fails', { topic: `probe:${broken}` }],
  ])('%s is refused, and the socket goes on', async (_what, message) => {
    const { socket } = await connect('ada');
    expect(await watch(socket, message)).toBe(false);
    expect(await watch(socket, { topic: 'home' })).toBe(true);
  });

  it('survives whoever wants no answer, and messages that mean nothing', async () => {
    const { socket } = await connect('ada');
    socket.emit('watch', { topic: 'home' }, 'not a function');
    socket.emit('unwatch', null);
    socket.emit('no-such-message');
    await expect(caughtUp(socket)).resolves.toEqual([true]);
  });

  it('is for 100 topics at most, one after another or all at once', async () => {
    const ids = Array.from({ length: 150 }, () => newId());
    for (const id of ids) watchable.add(`ada ${id}`);
    const { socket } = await connect('ada');

    const allAtOnce = await Promise.all(ids.map((id) => watch(socket, { topic: `probe:${id}` })));
    expect(allAtOnce.filter(Boolean)).toHaveLength(100);
    expect(await watch(socket, { topic: 'home' })).toBe(false);
    expect(await watch(socket, { topic: `probe:${ids[0]}` })).toBe(true);
    socket.emit('unwatch', { topic: `probe:${ids[0]}` });
    expect(await watch(socket, { topic: 'home' })).toBe(true);
  });

  it('cuts whoever sends more than a topic takes', async () => {
    const { socket } = await connect('ada');
    const cut = once(socket, 'disconnect');
    socket.emit('watch', { topic: 'x'.repeat(20_000) });
    await expect(cut).resolves.toBeTruthy();
  });
});

describe('cutting sockets', () => {
  it('takes those of a session, or all of a person', async () => {
    const [home, work, bob] = [await connect('ada', 'home'), await connect('ada', 'work'), await connect('bob')];

    const first = once(home.socket, 'disconnect');
    await realtime.disconnectSession('home');
    await first;
    await caughtUp(work.socket, bob.socket);
    expect([home, work, bob].map(({ socket }) => socket.connected)).toEqual([false, true, true]);

    const second = once(work.socket, 'disconnect');
    await realtime.disconnectPerson('ada');
    await second;
    await caughtUp(bob.socket);
    expect(bob.socket.connected).toBe(true);
  });

  it.each([['session', () => realtime.disconnectSession('one')], ['person', () => realtime.disconnectPerson('ada')]])('reaches one of the %s that is only being let in', async (_whose, cut) => {
    let said = Promise.resolve();
    meanwhile = () => (said = cut());
    const socket = open({ cookie: 'person=ada; session=one' });
    await expect(Promise.race([once(socket, 'disconnect'), once(socket, 'connect_error')])).resolves.toBeTruthy();
    expect(socket.connected).toBe(false);
    // Heard late, it would reach the socket of another test.
    await said;
  });

  it('comes with the end of the session, however long the page stays open', async () => {
    endsAt = new Date(Date.now() + 300);
    const { socket } = await connect('ada');
    await expect(once(socket, 'disconnect')).resolves.toBeTruthy();
  });

  it('leaves nothing behind', async () => {
    const other = await connect('bob');
    const onlyOne = async () => {
      while (realtime.connections > 1) await caughtUp(other.socket);
    };
    await onlyOne();
    const { socket } = await connect('ada');
    expect(realtime.connections).toBe(2);
    socket.disconnect();
    await onlyOne();
    expect(realtime.connections).toBe(1);
  });
});

describe('a lost connection between the processes', () => {
  it('drops the sockets, which may have missed that access was lost, and comes back by itself', async () => {
    rooms.set('ada', ['red']);
    const before = await connect('ada');
    const dropped = once(before.socket, 'disconnect');

    await server.dataSource.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'parvis channel'`);
    // Not « io server disconnect », after which a client would stay away.
    await expect(dropped).resolves.toMatchObject(['transport close', expect.anything()]);

    const after = await connect('ada');
    const told = change();
    await realtime.tell(['red'], told);
    await caughtUp(after.socket);
    expect(after.heard).toEqual([told]);
  });

  it('refuses to say what is too long to be said', async () => {
    await expect(realtime.tell(['red'], { ...change(), kind: 'x'.repeat(8_000) })).rejects.toThrow('too long');
  });
});
