import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { dayMs, Jobs, Retention, retentionSetting, Settings } from '@parvis/platform/server';
import { dayOf } from '../period/day.ts';
import { keepMonths } from '../roll-up/roll-up.job.ts';
import { engagementAndBelow } from '../testing/domains.ts';
import { keptEvents } from './kept-days.ts';

const READ = 'query ($from: Date!, $to: Date!) { engagement(from: $from, to: $to) { people } }';
const MONTHS = 'query ($from: Date!, $to: Date!) { engagementMonths(from: $from, to: $to) { people } }';
const RULES = '{ engagementRules { longestPeriodDays eventDays } }';

let api: TestApi;
let hr: PersonEntity;
let admin: PersonEntity;
const today = Math.floor(Date.now() / dayMs);

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
  hr = await aPerson().being('hr').save(api.manager);
  admin = await aPerson().being('it').save(api.manager);
});
afterAll(() => api.stop());

const period = (days: number) => ({ from: dayOf(today - days + 1), to: dayOf(today) });
const happen = (daysAgo: number) => api.manager.query(`INSERT INTO engagement_event (at, kind, actor_id, subject_id) VALUES (now() - make_interval(days => $1), 'post', $2, $2)`, [daysAgo, hr.id]);
const oldest = async (): Promise<number> => ((await api.manager.query(`SELECT round(extract(epoch FROM now() - min(at)) / 86400)::int AS days FROM engagement_event`)) as [{ days: number }])[0].days;

describe('how long events are kept, as administration says', () => {
  it('holds from the next night on, and no period reaches further than its days know', async () => {
    await happen(300);
    await happen(50);
    expect(await api.as(hr).send(READ, period(365))).toBeDefined();
    expect(api.app.get(Retention).all()).toContainEqual(keptEvents);
    expect(await api.app.get(Retention).rowsPast(keptEvents, 93)).toBe(1);

    const settings = api.app.get(Settings);
    const { revision } = settings.stateOf(retentionSetting);
    await settings.change(retentionSetting, { value: { days: { [keptEvents.key]: 93 } }, revision, actorId: admin.id, record: { action: 'configuration.retention-changed', details: { term: keptEvents.key, before: 395, after: 93 } } });
    expect(await oldest()).toBe(300);
    expect(await api.as(hr).send(READ, period(365))).toBeDefined();

    await api.app.get(Jobs).run(keepMonths, {});
    expect(await oldest()).toBe(50);
    await expect(api.as(hr).send(READ, period(365))).rejects.toMatchObject({ code: 'ENGAGEMENT_PERIOD_TOO_LONG' });
    expect(await api.as(hr).send(READ, period(93))).toBeDefined();
    expect(await api.as(hr).send(MONTHS, period(365))).toBeDefined();
    expect(await api.as(admin).send(RULES)).toEqual({ engagementRules: { longestPeriodDays: 93, eventDays: 93 } });
    // Days from before knew more.
    expect(await api.as(hr).send(READ, { from: dayOf(today - 366), to: dayOf(today - 2) })).toBeDefined();
  });
});
