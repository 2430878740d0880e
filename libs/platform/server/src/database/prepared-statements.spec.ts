import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { platformDomain } from '../platform.domain.ts';
import { startTestServer, type TestServer } from '../testing/index.ts';
// Not through the door: its types would come into every schema that is made for a test.
import { ProbeModule } from '../testing/probe.ts';
import { PreparedStatements } from './prepared-statements.ts';

let server: TestServer;
let prepared: PreparedStatements;

beforeAll(async () => {
  server = await startTestServer([platformDomain], { modules: [ProbeModule] });
  prepared = server.app.get(PreparedStatements);
});
afterAll(() => server.stop());

const due = `SELECT $1::text AS said, count(*)::int AS events FROM outbox_event WHERE type = $1::text`;
const kept = `SELECT sum(custom_plans)::int AS planned, sum(generic_plans)::int AS kept FROM pg_prepared_statements WHERE statement = $1`;

it('answers by what is asked, and keeps one plan for all of it', async () => {
  const plans: { planned: number; kept: number }[] = [];
  // One at a time, so that the same connection is handed out.
  for (let i = 0; i < 4; i += 1) {
    await expect(prepared.query(due, [`probe.${i}`])).resolves.toEqual([{ said: `probe.${i}`, events: 0 }]);
    plans.push(...(await prepared.query<{ planned: number; kept: number }>(kept, [due])));
  }
  expect(plans.at(-1)).toEqual({ planned: 0, kept: 4 });
});

it('goes on when a statement fails, or a connection is lost', async () => {
  for (let i = 0; i < 12; i += 1) await expect(prepared.query('SELECT 1 / $1::int AS nothing', [0])).rejects.toThrow('division by zero');
  await server.dataSource.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'parvis prepared'`);
  // The first may still be given the lost one.
  const one = () => prepared.query('SELECT $1::int AS one', [1]);
  await expect(one().catch(one)).resolves.toEqual([{ one: 1 }]);
});
