import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { io, type Socket } from 'socket.io-client';
import { startDatabase, type OwnDatabase } from './own-database.ts';
import { signIn } from './sign-in.ts';
import { startStack, type Stack } from './stack.ts';

/** Held by whoever delivers new events: see OutboxRelay. */
const turnLock = 7_265_003;

let database: OwnDatabase;
let stacks: Stack[] = [];
let cookie: string;

beforeAll(async () => {
  database = await startDatabase();
  const first = await process();
  await process();
  ({ cookie } = await signIn({ url: first.url, identityProvider: first.identityProvider, path: '/' }));
});
afterAll(async () => {
  await Promise.all(stacks.map((stack) => stack.stop()));
  await database?.stop();
});

async function process(env: Record<string, string> = {}): Promise<Stack> {
  const stack = await startStack({ dataDir: database.dataDir, env: { DATABASE_URL: database.url, ...env } });
  stacks.push(stack);
  return stack;
}

/** A socket of the person at a process, and the news that come through it. */
async function listen({ url }: Stack, as = cookie): Promise<{ socket: Socket; news: (id: string) => Promise<void> }> {
  const socket = io(url, { transports: ['websocket'], extraHeaders: { cookie: as }, forceNew: true, reconnection: false });
  const heard = new Set<string>();
  const waiting = new Map<string, () => void>();
  socket.on('changed', ({ id }: { id: string }) => {
    heard.add(id);
    waiting.get(id)?.();
  });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  const news = (id: string) => (heard.has(id) ? Promise.resolve() : new Promise<void>((resolve) => waiting.set(id, resolve)));
  return { socket, news };
}

async function post({ url }: Stack): Promise<string> {
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Said in one process, heard in another.' }] }] };
  const query = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }';
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables: { input: { key: randomUUID(), body } } }),
  });
  const { data } = (await answer.json()) as { data: { createPost: { id: string } } };
  return data.createPost.id;
}

describe('two processes on one database', () => {
  it('tell each other’s sockets what was posted, and cut them at the sign-out', async () => {
    const [one, other] = stacks as [Stack, Stack];
    const [atOne, atOther] = await Promise.all([listen(one), listen(other)]);
    const news = [await post(one), await post(other)].flatMap((id) => [atOne.news(id), atOther.news(id)]);
    await Promise.all(news);

    const { cookie: shortLived } = await signIn({ url: one.url, identityProvider: one.identityProvider, path: '/' });
    const leaving = await listen(other, shortLived);
    const cut = new Promise((resolve) => leaving.socket.once('disconnect', resolve));
    await fetch(`${one.url}/saml/logout`, { headers: { cookie: shortLived }, redirect: 'manual' });
    await expect(cut).resolves.toBe('io server disconnect');
    expect(atOther.socket.connected).toBe(true);
    for (const { socket } of [atOne, atOther]) socket.disconnect();
  });

  it('go on when one is killed, with the events that it had written but not delivered', async () => {
    const [one, other] = stacks as [Stack, Stack];
    const { socket, news } = await listen(other);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    // While the test has the turn, nobody delivers.
    await client.query('SELECT pg_advisory_lock($1)', [turnLock]);
    const id = await post(one);
    const ended = new Promise((resolve) => one.process.once('exit', resolve));
    one.process.kill('SIGKILL');
    await ended;
    await client.end();

    await news(id);
    await news(await post(other));
    socket.disconnect();
  });

  it('share the roles: one answers, the other delivers and answers only whoever watches over it', async () => {
    await Promise.all(stacks.map((stack) => stack.stop()));
    stacks = [];
    const [web, worker] = [await process({ PARVIS_ROLE: 'web' }), await process({ PARVIS_ROLE: 'worker' })];
    const { socket, news } = await listen(web);
    await news(await post(web));
    expect(await Promise.all(['/readyz', '/metrics', '/graphql', '/', '/socket.io/'].map((path) => fetch(worker.url + path).then(({ status }) => status)))).toEqual([200, 200, 404, 404, 404]);
    socket.disconnect();
  });
});
