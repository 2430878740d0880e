import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '../database/transactions.ts';
import { newId } from '../paging/uuid.ts';
import { platformDomain } from '../platform.domain.ts';
import { startTestServer, type TestServer } from '../testing/index.ts';
// Not through the door: its types would come into every schema that is made for a test.
import { ProbeModule } from '../testing/probe.ts';
import { eventType, type EventType } from './domain-event.ts';
import { EventHandlers } from './event-handlers.ts';
import { OutboxEventEntity } from './outbox-event.entity.ts';
import { OutboxRelay } from './outbox-relay.ts';

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
    const undone = transactions.run(async (tx) => {
      await tx.manager.query(`CREATE TABLE half_done (id int)`);
      tx.emit(happened({ id: 'never' }));
      throw new Error('Changed my mind.');
    });

    await expect(undone).rejects.toThrow('Changed my mind.');
    await relay.settled();

    expect(told).toEqual([]);
    expect(await rowsOf(happened)).toEqual([]);
    expect(await server.dataSource.query(`SELECT to_regclass('half_done') AS found`)).toEqual([{ found: null }]);
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

  it('is shared by several relays, none of which delivers what another does', async () => {
    const happened = anEvent();
    const told = { one: [] as string[], other: [] as string[] };
    const others = new EventHandlers();
    handlers.on(happened, async ({ id }) => void told.one.push(id));
    others.on(happened, async ({ id }) => void told.other.push(id));
    const other = new OutboxRelay(server.dataSource, others);
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
    const stopping = new OutboxRelay(server.dataSource, own);
    const [begun, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    own.on(happened, async ({ id }) => {
      begun.resolve();
      await released.promise;
      told.push(id);
    });
    const later = new Date(Date.now() + 60_000);
    const row = (id: string, nextAttemptAt: Date) => ({ id: newId(), type: happened.type, payload: { id }, createdAt: later, nextAttemptAt });
    await server.dataSource.manager.insert(OutboxEventEntity, [row('now', new Date()), row('later', later)]);

    stopping.nudge();
    await begun.promise;
    const stopped = stopping.beforeApplicationShutdown();
    released.resolve();
    await stopped;
    await dueNow();
    await stopping.settled();

    expect(told).toEqual(['now']);
  });
});
