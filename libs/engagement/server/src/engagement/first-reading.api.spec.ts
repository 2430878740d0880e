import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi, webOperation } from '@parvis/identity/server/testing';
import { dayMs } from '@parvis/platform/server';
import { dayOf } from '../period/day.ts';
import { rollUp } from '../roll-up/roll-up.ts';
import { engagementAndBelow } from '../testing/domains.ts';
import { Network } from '../testing/network.ts';
import { FirstReading, lately } from './first-reading.ts';

const today = Math.floor(Date.now() / dayMs);
const period = { from: dayOf(today - 89), to: dayOf(today), comparedFrom: dayOf(today - 179), comparedTo: dayOf(today - 90), yearFrom: dayOf(today - 330) };

let api: TestApi;
let hr: PersonEntity;

/** Nothing is in memory yet. */
beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
  hr = await aPerson().being('hr').with({ owners: { surname: 'hr' } }).save(api.manager);
  const [one, other] = await Promise.all([0, 1].map(() => aPerson().with({ owners: { surname: 'hr' } }).in('Atelier').save(api.manager)));
  const network = new Network(api.manager);
  for (const ago of [2, 40, 200]) await network.comment(one as PersonEntity, other as PersonEntity, dayOf(today - ago));
  await rollUp(api.dataSource);
});
beforeEach(async () => {
  await api.manager.query(`ALTER TABLE audit_entry DISABLE TRIGGER USER; TRUNCATE audit_entry; ALTER TABLE audit_entry ENABLE TRIGGER USER`);
});
afterAll(() => api.stop());

const prepare = (on = today) => api.app.get(FirstReading).prepare(on);
const fetchesOf = async (work: () => Promise<unknown>): Promise<string[]> => (await api.statementsOf(work)).filter((sql) => sql.includes('AS stored FROM engagement_day') || sql.includes('members FROM engagement_community'));
const ask = () => api.as(hr).send(webOperation('Engagement'), { ...period, department: null, location: null, level: null, seniority: null });

describe('what the first who asks would wait for', () => {
  it('is read beforehand only where HR has read lately', async () => {
    expect(await fetchesOf(() => expect(prepare()).resolves.toBe(false))).toEqual([]);
    await expect(api.as(await aPerson().save(api.manager)).send(webOperation('EngagementCommunities'), period)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    // Whoever is refused does not count.
    expect(await fetchesOf(() => expect(prepare()).resolves.toBe(false))).toEqual([]);
    await api.as(hr).send('query ($from: Date!, $to: Date!) { engagement(from: $from, to: $to) { people } }', { from: period.from, to: period.to });
    expect(await fetchesOf(() => expect(prepare(today + lately + 1)).resolves.toBe(false))).toEqual([]);
    expect(await fetchesOf(() => expect(prepare()).resolves.toBe(true))).not.toEqual([]);
    // All that the page asks for is there now.
    expect(await fetchesOf(ask)).toEqual([]);
    expect(await fetchesOf(() => api.as(hr).send(webOperation('EngagementCommunities'), period))).toEqual([]);
  });

  it('is no longer read when the server stops', async () => {
    await ask();
    const reading = expect(prepare()).rejects.toMatchObject({ name: 'AbortError' });
    await api.app.get(FirstReading).beforeApplicationShutdown();
    await reading;
  });
});
