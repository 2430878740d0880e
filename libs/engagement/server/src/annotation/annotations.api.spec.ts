import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCampaign, anIdea } from '@parvis/ideas/server/testing';
import { type PersonEntity, roles } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { engagementAndBelow } from '../testing/domains.ts';

const READ = 'query ($from: Date!, $to: Date!, $since: Date) { engagement(from: $from, to: $to) { annotations(since: $since) { at kind label } } }';
const march = { from: '2026-03-01', to: '2026-03-31' };

interface Annotation {
  at: string;
  kind: string;
  label: string;
}

let api: TestApi;
let hr: PersonEntity, buyer: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([...engagementAndBelow]);
});
beforeEach(async () => {
  await api.manager.query('TRUNCATE person, engagement_standing, engagement_leave, engagement_former, engagement_event, engagement_pending, engagement_day CASCADE');
  hr = await aPerson().being('hr').in('Ressources humaines').save(api.manager);
  buyer = await aPerson().in('Achats').save(api.manager);
});
afterAll(() => api.stop());

const read = async (question: { from: string; to: string; since?: string }, by = hr) => (await api.as(by).send<{ engagement: { annotations: Annotation[] } }>(READ, question)).engagement.annotations;

/** A campaign whose first phase opens at a moment, published a day before unless said otherwise. */
async function opened(question: string, at: string, { ideas = 0, publishedAt = new Date(Date.parse(at) - 86_400_000), only = [] as string[], cancelledAt = null as Date | null } = {}): Promise<void> {
  const campaign = aCampaign({ owner: buyer, sponsor: buyer }).asking(question).being({ publishedAt, cancelledAt, cancellationReason: cancelledAt ? 'No more.' : '' });
  const { id } = await (only.length > 0 ? campaign.for(...only) : campaign).save(api.manager);
  await api.manager.query(`UPDATE campaign_phase SET opens_at = opens_at + moved.by, closes_at = closes_at + moved.by FROM (SELECT $2::timestamptz - min(opens_at) AS by FROM campaign_phase WHERE campaign_id = $1) moved WHERE campaign_id = $1`, [id, at]);
  for (let number = 0; number < ideas; number += 1) await anIdea(buyer).in({ id }).being('submitted').save(api.manager);
}

describe('what happened meanwhile', () => {
  it('is the campaigns that opened in the period, by the day of their opening', async () => {
    await opened('Second?', '2026-03-31T23:59:59Z');
    await opened('First?', '2026-03-01T00:00:00Z');
    await opened('Published late?', '2026-02-10T12:00:00Z', { publishedAt: new Date('2026-03-15T12:00:00Z') });
    await opened('Before?', '2026-02-28T23:59:59Z');
    await opened('After?', '2026-04-01T00:00:00Z');
    expect(await read(march)).toEqual([
      { at: '2026-03-01', kind: 'CAMPAIGN_OPENED', label: 'First?' },
      { at: '2026-03-15', kind: 'CAMPAIGN_OPENED', label: 'Published late?' },
      { at: '2026-03-31', kind: 'CAMPAIGN_OPENED', label: 'Second?' },
    ]);
    expect((await read({ ...march, since: '2026-02-01' })).map(({ label }) => label)).toEqual(['Before?', 'First?', 'Published late?', 'Second?']);
  });

  it('leaves out what the reader may not see, and what never opened', async () => {
    await opened('For all?', '2026-03-02T12:00:00Z');
    await opened('For us?', '2026-03-03T12:00:00Z', { only: ['Ressources humaines'] });
    await opened('For buyers?', '2026-03-04T12:00:00Z', { only: ['Achats'] });
    await opened('Called off before?', '2026-03-05T12:00:00Z', { cancelledAt: new Date('2026-03-04T18:00:00Z') });
    await opened('Called off later?', '2026-03-06T12:00:00Z', { cancelledAt: new Date('2026-03-08T12:00:00Z') });
    expect((await read(march)).map(({ label }) => label)).toEqual(['For all?', 'For us?', 'Called off later?']);
    const other = await aPerson().being('hr').in('Achats').save(api.manager);
    expect((await read(march, other)).map(({ label }) => label)).toEqual(['For all?', 'For buyers?', 'Called off later?']);
  });

  it('is the eight campaigns with most ideas, when there are more', async () => {
    for (let number = 1; number <= 10; number += 1) await opened(`${number}?`, `2026-03-${String(number).padStart(2, '0')}T12:00:00Z`, { ideas: [2, 5].includes(number) ? 0 : 1 });
    expect((await read(march)).map(({ label }) => label)).toEqual(['1?', '3?', '4?', '6?', '7?', '8?', '9?', '10?']);
  });

  it('refuses days that make no sense', async () => {
    await expect(read({ ...march, since: '2026-04-01' })).rejects.toMatchObject({ code: 'ENGAGEMENT_PERIOD_REVERSED' });
    await expect(read({ ...march, since: '2024-04-01' })).rejects.toMatchObject({ code: 'ENGAGEMENT_PERIOD_TOO_LONG' });
    await expect(read({ ...march, since: 'March' })).rejects.toMatchObject({ code: 'ENGAGEMENT_DAY_INVALID' });
    await expect(read({ ...march, since: march.from })).resolves.toEqual([]);
  });

  it('is told to HR, and to nobody else', async () => {
    await expect(read(march)).resolves.toEqual([]);
    for (const role of roles.filter((other) => other !== 'hr')) await expect(read(march, await aPerson().being(role).save(api.manager))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
