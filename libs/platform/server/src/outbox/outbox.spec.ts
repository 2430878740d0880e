import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ProcessChannel } from '../cluster/process-channel.ts';
import { Config } from '../config/config.ts';
import { Transactions } from '../database/transactions.ts';
import { newId } from '../paging/uuid.ts';
import { Metrics } from '../http/metrics.ts';
import { platformDomain } from '../platform.domain.ts';
import { startTestServer, type TestServer } from '../testing/index.ts';
// Not through the door: its types would come into every schema that is made for a test.
import { ProbeModule } from '../testing/probe.ts';
import { eventType, type EventType } from './domain-event.ts';
import { EventHandlers } from './event-handlers.ts';
import { OutboxEventEntity } from './outbox-event.entity.ts';
import { maxAttempts, OutboxRelay } from './outbox-relay.ts';

interface Told {
  id: string;
}

let server: TestServer;
let transactions: Transactions;
let handlers: EventHandlers;
let relay: OutboxRelay;

beforeAll(async () => {
  server = await startTestServer([platformDomain], { modules: [ProbeModule] });
  [transactions, handlers, relay] = [server.app.get(Transactions), server.app.get(EventHandlers), server.app.get(OutboxRelay)];
});
afterAll(() => server.stop());
afterEach(() => server.dataSource.query('TRUNCATE outbox_event'));

/** An event of its own for each test, so that none hears of another's. */
const anEvent = (): EventType<Told> => eventType<Told>(`test.${randomUUID()}`);
const rowsOf = (event: { type: string }) => server.dataSource.manager.findBy(OutboxEventEntity, { type: event.type });
const dueNow = () => server.dataSource.query('UPDATE outbox_event SET next_attempt_at = now() WHERE delivered_at IS NULL');

describe('a transaction', () => {
  it('tells its events after the commit, in their order, when what it wrote can be read', async () => {
    const happened = anEvent();
    const told: string[] = [];
    const written: number[] = [];
    handlers.on(happened, async ({ id }) => {
      told.push(id);
      written.push((await rowsOf(happened)).length);
    });

    await transactions.run(async (tx) => {
      tx.emit(happened({ id: 'first' }));
      tx.emit(happened({ id: 'second' }));
      await relay.settled();
      expect(told).toEqual([]);
    });
    await relay.settled();

    expect(told).toEqual(['first', 'second']);
    expect(written).toEqual([2, 2]);
  });

  it('tells nothing and keeps nothing when it is undone', async () => {
    const happened = anEvent();
    const told: string[] = [];
    handlers.on(happened, ({ id }) => void told.push(id));
    await server.dataSource.query('CREATE TABLE half_done (id int)');
    const undone = transactions.run(async (tx) => {
      await tx.manager.query('INSERT INTO half_done VALUES (1)');
      tx.emit(happened({ id: 'never' }));
      throw new Error('Changed my mind.');
    });

    await expect(undone).rejects.toThrow('Changed my mind.');
    await relay.settled();

    expect(told).toEqual([]);
    expect(await rowsOf(happened)).toEqual([]);
    expect(await server.dataSource.query('SELECT * FROM half_done')).toEqual([]);
    await server.dataSource.query('DROP TABLE half_done');
  });

  it('gives back what its work gave', async () => {
    await expect(transactions.run(async () => 'done')).resolves.toBe('done');
  });
});

describe('the outbox', () => {
  it('keeps what was delivered, once, with the time of it', async () => {
    const happened = anEvent();
    await transactions.run(async (tx) => tx.emit(happened({ id: 'kept' })));
    await relay.settled();
    expect(await rowsOf(happened)).toMatchObject([{ payload: { id: 'kept' }, deliveredAt: expect.any(Date), attempts: 0 }]);
  });

  it('tries an event again whose handler failed, later and later, and tells the others again with the same id', async () => {
    const happened = anEvent();
    const heard: string[] = [];
    let broken = true;
    handlers.on(happened, (_payload, eventId) => void heard.push(eventId));
    handlers.on(happened, async () => {
      if (broken) throw new Error('The mail server is away.');
    });

    await transactions.run(async (tx) => tx.emit(happened({ id: 'hard' })));
    await relay.settled();
    const [first] = await rowsOf(happened);
    await dueNow();
    await relay.settled();
    const [second] = await rowsOf(happened);
    broken = false;
    await dueNow();
    await relay.settled();
    const [last] = await rowsOf(happened);

    expect([first, second, last].map((row) => [row?.attempts, row?.deliveredAt === null])).toEqual([[1, true], [2, true], [2, false]]);
    expect(first?.nextAttemptAt.getTime()).toBeGreaterThan(Number(first?.createdAt.getTime()) + 500);
    expect(new Set(heard).size).toBe(1);
    expect(heard).toHaveLength(3);
  });

  it('goes on with the events after one that fails', async () => {
    const happened = anEvent();
    const told: string[] = [];
    handlers.on(happened, ({ id }) => {
      if (id === 'bad') throw new Error('Not this one.');
      told.push(id);
    });

    await transactions.run(async (tx) => ['bad', 'good', 'better'].forEach((id) => tx.emit(happened({ id }))));
    await relay.settled();

    expect(told).toEqual(['good', 'better']);
  });

  it('goes on past a handler that never answers, and tries its event again', async () => {
    const happened = anEvent();
    const told: string[] = [];
    handlers.timeLimitMs = 50;
    handlers.on(happened, ({ id }) => (id === 'silent' ? new Promise(() => undefined) : void told.push(id)));

    await transactions.run(async (tx) => ['silent', 'spoken'].forEach((id) => tx.emit(happened({ id }))));
    await relay.settled();
    handlers.timeLimitMs = 15_000;

    expect(told).toEqual(['spoken']);
    expect((await rowsOf(happened)).map((row) => [(row.payload as Told).id, row.attempts, row.deliveredAt !== null]).sort()).toEqual([['silent', 1, false], ['spoken', 0, true]]);
  });

  it('puts an event aside whose handlers go on failing, says so in the figures, and delivers it when somebody asks', async () => {
    const happened = anEvent();
    let broken = true;
    handlers.on(happened, () => {
      if (broken) throw new Error('The mail server is gone for good.');
    });
    await transactions.run(async (tx) => tx.emit(happened({ id: 'hopeless' })));
    await relay.settled();
    await server.dataSource.query('UPDATE outbox_event SET attempts = $1, next_attempt_at = now()', [maxAttempts - 1]);
    await relay.settled();

    expect(await rowsOf(happened)).toMatchObject([{ attempts: maxAttempts, deliveredAt: null, givenUpAt: expect.any(Date) }]);
    await dueNow();
    await relay.settled();
    expect(await rowsOf(happened)).toMatchObject([{ attempts: maxAttempts }]);
    expect(await server.app.get(Metrics).text()).toMatch(/parvis_outbox_given_up 1\n/);

    broken = false;
    await server.dataSource.query('UPDATE outbox_event SET given_up_at = NULL, attempts = 0, next_attempt_at = now() WHERE given_up_at IS NOT NULL');
    await relay.settled();
    expect(await rowsOf(happened)).toMatchObject([{ deliveredAt: expect.any(Date) }]);
  });

  it('is shared by several relays, none of which delivers what another does', async () => {
    const happened = anEvent();
    const told = { one: [] as string[], other: [] as string[] };
    const others = new EventHandlers();
    handlers.on(happened, async ({ id }) => void told.one.push(id));
    others.on(happened, async ({ id }) => void told.other.push(id));
    const other = new OutboxRelay(server.dataSource, others, server.app.get(Config), server.app.get(ProcessChannel));
    const ids = Array.from({ length: 250 }, () => newId());
    const now = new Date();
    await server.dataSource.manager.insert(OutboxEventEntity, ids.map((id) => ({ id, type: happened.type, payload: { id }, createdAt: now, nextAttemptAt: now })));

    await Promise.all([relay.settled(), other.settled()]);

    expect([...told.one, ...told.other].sort()).toEqual(ids);
    expect((await rowsOf(happened)).every(({ deliveredAt }) => deliveredAt !== null)).toBe(true);
  });

  it('finishes what it delivers before it stops, and leaves the rest for the next start', async () => {
    const happened = anEvent();
    const told: string[] = [];
    const own = new EventHandlers();
    // A server that only answers: its own relay must not take the event first.
    const quiet = await startTestServer([platformDomain], { modules: [ProbeModule], env: { PARVIS_ROLE: 'web' } });
    const stopping = new OutboxRelay(quiet.dataSource, own, server.app.get(Config), quiet.app.get(ProcessChannel));
    const [begun, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    own.on(happened, async ({ id }) => {
      begun.resolve();
      await released.promise;
      told.push(id);
    });
    const later = new Date(Date.now() + 60_000);
    const row = (id: string, nextAttemptAt: Date) => ({ id: newId(), type: happened.type, payload: { id }, createdAt: later, nextAttemptAt });
    await quiet.dataSource.manager.insert(OutboxEventEntity, [row('now', new Date()), row('later', later)]);

    stopping.nudge();
    await begun.promise;
    const stopped = stopping.beforeApplicationShutdown();
    released.resolve();
    await stopped;
    await quiet.dataSource.query('UPDATE outbox_event SET next_attempt_at = now() WHERE delivered_at IS NULL');
    await stopping.settled();
    await quiet.stop();

    expect(told).toEqual(['now']);
  });
});
