import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Config } from '../config/config.ts';
import { Transactions } from '../database/transactions.ts';
import { Metrics } from '../http/metrics.ts';
import { platformDomain } from '../platform.domain.ts';
import { startTestServer, type TestServer } from '../testing/index.ts';
// Not through the door: its types would come into every schema that is made for a test.
import { ProbeModule } from '../testing/probe.ts';
import { jobType } from './job-type.ts';
import { Jobs } from './jobs.ts';

const remind = jobType<{ who: string }>('probe.remind');
const sweep = jobType('probe.sweep');

let server: TestServer;
let jobs: Jobs;
let transactions: Transactions;
let done: string[] = [];
let broken = false;
let running: Jobs[] = [];

beforeAll(async () => {
  server = await startTestServer([platformDomain], { modules: [ProbeModule] });
  transactions = server.app.get(Transactions);
  jobs = await started('test');
});
afterAll(() => server.stop());
afterEach(async () => {
  await Promise.all(running.map((each) => each.beforeApplicationShutdown()));
  [running, done, broken] = [[], [], false];
  await server.dataSource.query('DELETE FROM pgboss.job');
});

/** Another process, as far as jobs go. */
async function started(env: 'test' | 'development', role = 'all', onDone: () => void = () => undefined): Promise<Jobs> {
  const own = new Jobs(server.dataSource, Config.of({ NODE_ENV: env, PARVIS_ROLE: role }));
  own.on(remind, async ({ who }) => {
    if (broken) throw new Error('Not now.');
    done.push(who);
    onDone();
  });
  own.every(sweep, '17 3 * * *', async () => void done.push('swept'));
  await own.onApplicationBootstrap();
  return own;
}
const plan = (who: string, time = {}) => transactions.run((tx) => jobs.at(tx, remind, { who }, time));
const inAnHour = () => new Date(Date.now() + 3_600_000);

describe('a job', () => {
  it('is done once, when it is due', async () => {
    await plan('now');
    await plan('later', { at: inAnHour() });

    expect([await jobs.runDue(), done]).toEqual([1, ['now']]);
    expect(await jobs.runDue()).toBe(0);
    expect([await jobs.runDue(inAnHour()), done]).toEqual([1, ['now', 'later']]);
  });

  it('goes with the transaction that planned it', async () => {
    const undone = transactions.run(async (tx) => {
      await jobs.at(tx, remind, { who: 'never' });
      throw new Error('Changed my mind.');
    });
    await expect(undone).rejects.toThrow('Changed my mind.');
    expect(await jobs.runDue()).toBe(0);
  });

  it('is planned in a transaction or not at all', async () => {
    await expect(jobs.at({ manager: server.dataSource.manager, emit: () => undefined, record: () => undefined }, remind, { who: 'nobody' })).rejects.toThrow('transaction');
  });

  it('replaces the one that waits under its key, also when two are planned at once', async () => {
    await plan('first', { key: 'a', at: inAnHour() });
    await Promise.all(['second', 'third', 'fourth'].map((who) => plan(who, { key: 'a' })));
    await plan('of another key', { key: 'b' });

    await jobs.runDue(inAnHour());
    expect(done).toHaveLength(2);
    expect(done).toContain('of another key');
    expect(done).not.toContain('first');
  });

  it('is taken back by its key, and by nothing else', async () => {
    await plan('kept', { key: 'b' });
    await plan('dropped', { key: 'a' });
    await transactions.run(async (tx) => {
      await jobs.cancel(tx, remind, 'a');
      await jobs.cancel(tx, remind, 'no such key');
      await jobs.cancel(tx, sweep, 'b');
    });
    await jobs.runDue();
    expect(done).toEqual(['kept']);
  });

  it('that fails waits for another try, and shows in the figures when it has had all', async () => {
    broken = true;
    await plan('hard');
    expect([await jobs.runDue(), done]).toEqual([0, []]);
    expect(await server.app.get(Metrics).text()).toMatch(/parvis_jobs\{state="waiting"\} 1\n/);

    for (let again = 0; again < 8; again += 1) await jobs.runDue(new Date(Date.now() + 86_400_000));
    expect(await server.app.get(Metrics).text()).toMatch(/parvis_jobs\{state="failed"\} 1\n/);
  });

  it('cannot be planned when nobody does it, nor be done by two', async () => {
    const unknown = jobType('probe.unknown');
    await expect(transactions.run((tx) => jobs.at(tx, unknown, {}))).rejects.toThrow('Nobody does the job probe.unknown');
    expect(() => jobs.on(remind, async () => undefined)).toThrow('twice');
  });
});

describe('processes that work', () => {
  it('share the jobs: each is done by one, and what only answers does none', async () => {
    const all = Promise.withResolvers<void>();
    const whenAll = () => void (done.length === 6 && all.resolve());
    running = [await started('development', 'all', whenAll), await started('development', 'worker', whenAll), await started('development', 'web', whenAll)];
    const people = ['ada', 'bob', 'cid', 'dan', 'eve', 'fay'];
    for (const who of people) await plan(who);
    await all.promise;
    expect(done.toSorted()).toEqual(people);
  });

  it('keep the timetable of this version in the database, and forget that of others', async () => {
    await server.dataSource.query(`INSERT INTO pgboss.schedule (name, cron) VALUES ('probe.remind', '* * * * *')`);
    running = [await started('development')];
    expect(await server.dataSource.query('SELECT name, cron FROM pgboss.schedule')).toEqual([{ name: 'probe.sweep', cron: '17 3 * * *' }]);
    await jobs.run(sweep, {});
    expect(done).toEqual(['swept']);
  });
});
