import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anIdea } from '@parvis/ideas/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { rollUp } from '../roll-up/roll-up.ts';
import { engagementAndBelow } from '../testing/domains.ts';
import { Network } from '../testing/network.ts';

const READ = `{ engagement(from: "2026-03-01", to: "2026-03-31") { example { executives contributors written replyShare replyMedianMinutes } } }`;

let api: TestApi;
let network: Network;
let hr: PersonEntity;
let staff: PersonEntity[], executives: PersonEntity[];

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE person, engagement_standing, engagement_leave, engagement_former, post, comment, reaction, engagement_event, engagement_pending, engagement_visit, engagement_writing, engagement_day CASCADE');
  network = new Network(api.manager);
  hr = await told().in('Atelier').being('hr').save(api.manager);
  staff = await Promise.all(Array.from({ length: 12 }, () => told().in('Atelier').save(api.manager)));
  executives = await Promise.all(Array.from({ length: 11 }, () => told().in('Direction').being('executive').save(api.manager)));
});

/** Somebody of the HR file, who has been there always. */
const told = () => aPerson().with({ owners: { surname: 'hr' } });

describe('the example of executives', () => {
  it('counts a reply to the idea of an employee, and no more who wrote than there are', async () => {
    const [author] = staff as [PersonEntity];
    const [first, second, leaver] = executives as [PersonEntity, PersonEntity, PersonEntity];
    for (const executive of executives) await network.comment(executive, executive === first ? second : first, '2026-03-20');
    const comment = await network.comment(first, second, '2026-03-21');
    const idea = await anIdea(author).being('submitted').save(api.manager);
    await api.manager.query(
      `INSERT INTO comment SELECT (jsonb_populate_record(comment, jsonb_build_object('id', gen_random_uuid(), 'key', gen_random_uuid(), 'subject_type', 'idea', 'subject_id', $2::uuid))).* FROM comment WHERE id = $1`,
      [comment, idea.id],
    );
    await api.manager.query(`UPDATE person SET deactivated_at = '2026-03-30T12:00:00Z' WHERE id = $1`, [leaver.id]);
    await rollUp(api.dataSource);
    // Eleven comments, one more, and the one under the idea; ten executives are left of the eleven who wrote.
    expect(await api.as(hr).send(READ)).toEqual({ engagement: { example: { executives: 10, contributors: 10, written: 13, replyShare: 0.0769, replyMedianMinutes: null } } });
  });

  it('leaves out whoever is told afterwards to have been away, before the days are made anew too', async () => {
    const away = await told().in('Direction').being('executive').save(api.manager);
    // Alone at their place.
    await api.manager.query(`UPDATE engagement_standing SET location = 'Lyon' WHERE person_id = $1`, [away.id]);
    const written = async (): Promise<number> => (await api.as(hr).send<{ engagement: { example: { written: number } } }>(READ)).engagement.example.written;
    await network.comment(executives[0] as PersonEntity, staff[0] as PersonEntity, '2026-03-20');
    await network.comment(away, staff[0] as PersonEntity, '2026-03-20');
    await rollUp(api.dataSource);
    expect(await written()).toBe(2);
    await api.manager.query(`INSERT INTO absence (person_id, told_by, from_day, until_day) VALUES ($1, 'hr', '2026-02-20', '2026-04-20')`, [away.id]);
    expect(await written()).toBe(1);
    await rollUp(api.dataSource);
    expect(await written()).toBe(1);
  });
});
