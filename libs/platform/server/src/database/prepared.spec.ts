import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { platformDomain } from '../platform.domain.ts';
import { startTestServer, type TestServer } from '../testing/index.ts';
// Not through the door: its types would come into every schema that is made for a test.
import { ProbeModule } from '../testing/probe.ts';
import { queryPrepared } from './prepared.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer([platformDomain], { modules: [ProbeModule] });
});
afterAll(() => server.stop());

const due = `SELECT (SELECT $1::text) AS said, count(*)::int AS events FROM outbox_event WHERE type = (SELECT $1::text)`;
const kept = `SELECT sum(custom_plans)::int AS planned, sum(generic_plans)::int AS kept FROM pg_prepared_statements WHERE statement = $1`;

it('answers by what is asked, and plans for no more than the first five times on a connection', async () => {
  const plans: { planned: number; kept: number }[] = [];
  // One at a time, so that the pool hands out the same connection.
  for (let i = 0; i < 12; i += 1) {
    await expect(queryPrepared(server.dataSource, due, [`probe.${i}`])).resolves.toEqual([{ said: `probe.${i}`, events: 0 }]);
    plans.push(...(await queryPrepared<{ planned: number; kept: number }>(server.dataSource, kept, [due])));
  }
  expect(plans.at(-1)).toEqual({ planned: 5, kept: 7 });
});

it('gives its connection back when the statement fails', async () => {
  for (let i = 0; i < 30; i += 1) await expect(queryPrepared(server.dataSource, 'SELECT 1 / $1::int AS nothing', [0])).rejects.toThrow('division by zero');
  await expect(queryPrepared(server.dataSource, 'SELECT $1::int AS one', [1])).resolves.toEqual([{ one: 1 }]);
});
