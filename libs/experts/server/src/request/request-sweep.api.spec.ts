import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TestApi } from '@parvis/identity/server/testing';
import { Jobs } from '@parvis/platform/server';
import { Asking } from '../testing/asking.ts';
import { testDomains } from '../testing/domains.ts';
import { sweepRequests } from './request-sweep.ts';

let api: TestApi;
let asking: Asking;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
  asking = new Asking(api);
});
afterAll(() => api.stop());

const yearHours = 366 * 24;
const kept = async () => (await api.dataSource.query('SELECT question_id AS id FROM expert_request ORDER BY question_id')).map(({ id }: { id: string }) => id);
const sweep = () => api.app.get(Jobs).run(sweepRequests, {});

it('forgets requests a year after their question, but none that is open or of a question asked since', async () => {
  const asker = await asking.worker();
  await asking.experts('anvil', 3);
  const [old, open, late, fresh] = await Promise.all(Array.from({ length: 4 }, () => asking.ask(asker, 'anvil')));
  for (const id of [old, open, late, fresh]) await asking.pass(id as string, 25);
  await api.dataSource.query('UPDATE expert_request SET is_open = question_id = $1', [open]);
  await api.dataSource.query(`UPDATE post SET created_at = created_at - make_interval(hours => $2) WHERE id = ANY($1)`, [[old, open, late], yearHours]);
  await api.dataSource.query(`UPDATE expert_request SET until_at = until_at - make_interval(hours => $2) WHERE question_id = ANY($1)`, [[old, open], yearHours]);
  await sweep();
  expect(await kept()).toEqual([open, late, fresh].sort());
});

it('forgets the events of requests a day after they are delivered, and no others', async () => {
  await api.settled();
  const types = async () => (await api.dataSource.query(`SELECT DISTINCT type FROM outbox_event WHERE type LIKE 'experts.%' OR type LIKE 'feed.%' ORDER BY 1`)).map(({ type }: { type: string }) => type);
  const before = await types();
  expect(before).toEqual(expect.arrayContaining(['experts.asked', 'feed.post-published']));
  await sweep();
  expect(await types()).toEqual(before);
  await api.dataSource.query(`UPDATE outbox_event SET delivered_at = delivered_at - interval '25 hours'`);
  await sweep();
  expect(await types()).toEqual(before.filter((type: string) => !type.startsWith('experts.')));
});
