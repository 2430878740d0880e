import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { rollUp } from '../roll-up/roll-up.ts';
import { engagementAndBelow } from '../testing/domains.ts';
import { Network } from '../testing/network.ts';

const READ = `{ engagement(from: "2026-03-09", to: "2026-03-09") { answers { asked answered accepted medianMinutes } } }`;

let api: TestApi;
let network: Network;
let asker: PersonEntity, colleague: PersonEntity, hr: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE person, engagement_standing, engagement_leave, engagement_former, post, comment, engagement_event, engagement_pending, engagement_visit, engagement_writing, engagement_day CASCADE');
  network = new Network(api.manager);
  [asker, colleague, hr] = (await Promise.all([...Array.from({ length: 11 }, () => told().save(api.manager)), told().being('hr').save(api.manager)])).slice(-3) as [PersonEntity, PersonEntity, PersonEntity];
});

/** Somebody of the HR file, who has been there always. */
const told = () => aPerson().with({ owners: { surname: 'hr' } });

async function answers() {
  await rollUp(api.dataSource);
  return (await api.as(hr).send<{ engagement: { answers: Record<string, number> } }>(READ)).engagement.answers;
}

describe('what becomes of questions', () => {
  it('is told on the day on which they were asked, whenever it comes', async () => {
    const question = await network.question(asker, '2026-03-09', '09:00:00Z');
    expect(await answers()).toEqual({ asked: 1, answered: 0, accepted: 0, medianMinutes: null });
    const first = await network.answer(colleague, question, '2026-03-10', '09:00:00Z');
    expect(await answers()).toEqual({ asked: 1, answered: 1, accepted: 0, medianMinutes: 1440 });
    // A second import brings one that is accepted already.
    await api.manager.query(
      `INSERT INTO comment SELECT (jsonb_populate_record(comment, jsonb_build_object('id', gen_random_uuid(), 'key', gen_random_uuid(), 'is_accepted', true, 'created_at', '2026-03-12T09:00:00Z'))).* FROM comment WHERE id = $1`,
      [first],
    );
    expect(await answers()).toEqual({ asked: 1, answered: 1, accepted: 1, medianMinutes: 1440 });
  });

  it('counts an answer that an import dates before the question', async () => {
    const question = await network.question(asker, '2026-03-09', '09:00:00Z');
    await network.answer(colleague, question, '2026-03-09', '08:00:00Z');
    expect(await answers()).toEqual({ asked: 1, answered: 1, accepted: 0, medianMinutes: 0 });
  });
});
