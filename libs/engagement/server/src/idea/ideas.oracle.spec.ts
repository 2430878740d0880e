import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { richTextOf } from '@parvis/conversations/server';
import { anIdea } from '@parvis/ideas/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { rebuild } from '../roll-up/rebuild.ts';
import { countsOn, dayOfMoment, startOf } from '../roll-up/day-sql.ts';
import { rollUp } from '../roll-up/roll-up.ts';
import { stoodOn } from '../standing/stood-on.ts';
import { engagementAndBelow } from '../testing/domains.ts';

const READ = `query ($from: Date!, $to: Date!, $department: ID) { engagement(from: $from, to: $to, department: $department) { people ideas { submitted answered selected delivered measured medianAnswerDays authors } } }`;

const departments = ['Atelier', 'Bureau', 'Commerce'];
const periods: readonly [string, string][] = [['2026-03-01', '2026-03-31'], ['2026-03-10', '2026-03-20'], ['2025-06-01', '2026-04-30'], ['2024-02-01', '2024-12-31']];
let api: TestApi;
let hr: PersonEntity;
let staff: PersonEntity[];

/** Always the same numbers from 0 on, below a bound. */
let seed = 20_417;
const draw = (below: number): number => ((seed = (seed * 48_271) % 2_147_483_647), seed % below);
const one = <T>(of: readonly T[]): T => of[draw(of.length)] as T;

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
  const told = () => aPerson().with({ owners: { surname: 'hr' } });
  staff = [];
  for (let i = 0; i < 45; i += 1) staff.push(await told().in(departments[i % 3] as string).save(api.manager));
  hr = await told().in('Atelier').being('hr').save(api.manager);
});
afterAll(() => api.stop());

async function submit(): Promise<void> {
  const { id } = await anIdea(one(staff)).with(...(draw(2) ? [one(staff.slice(30))] : [])).being(one(['submitted', 'submitted', 'archived', 'withdrawn'] as const)).save(api.manager);
  const [from, days] = draw(4) ? ['2026-02-20', 50] as const : ['2024-01-20', 400] as const;
  await api.manager.query('UPDATE idea SET submitted_at = $2 WHERE id = $1', [id, new Date(Date.parse(from) + draw(days * 24) * 3_600_000)]);
}

const someIdea = async (): Promise<string> => (await api.manager.query('SELECT id FROM idea ORDER BY id'))[draw(20)].id;

/** What may come later. */
const changes: (() => Promise<unknown>)[] = [
  submit,
  async () =>
    api.manager.query(
      `INSERT INTO idea_answer (idea_id, author_id, signed_as, key, outcome, reason, reason_text, link, version, created_at, decided_at)
       SELECT id, $2, 'sponsor', $3, $4, $5, 'So.', '', 1, submitted_at + make_interval(hours => $6), submitted_at FROM idea WHERE id = $1 AND submitted_at IS NOT NULL ON CONFLICT (idea_id) DO UPDATE SET outcome = excluded.outcome`,
      [await someIdea(), hr.id, randomUUID(), one(['selected', 'selected', 'later', 'no']), richTextOf('So.'), draw(2_000) - 20],
    ),
  async () =>
    api.manager.query(
      `INSERT INTO project (id, key, idea_id, begun_by_id, owner_id, ends_on, first_ends_on, percentage, unit, version, begun_at, result, delivered_on)
       VALUES ($1, $1, $2, $3, $3, '2027-12-01', '2027-12-01', 10, '', 1, now(), $4, '2026-11-01') ON CONFLICT (idea_id) DO UPDATE SET measured_amount = 4, measured_by_id = $3, measured_at = now()`,
      [randomUUID(), await someIdea(), hr.id, richTextOf('Done.')],
    ),
  async () => api.manager.query('DELETE FROM idea_answer WHERE idea_id = $1', [await someIdea()]),
  async () => api.manager.query(`UPDATE idea SET state = CASE state WHEN 'submitted' THEN 'archived' ELSE 'submitted' END WHERE id = $1 AND submitted_at IS NOT NULL`, [await someIdea()]),
  async () => api.manager.query(`DELETE FROM idea_author WHERE idea_id = $1 AND person_id <> (SELECT author_id FROM idea WHERE id = $1)`, [await someIdea()]),
  () => api.manager.query(`INSERT INTO engagement_standing (person_id, since, department, level, noted_on) VALUES ($1, $2, $3, 'employee', now()) ON CONFLICT (person_id, since) DO UPDATE SET department = excluded.department`, [one(staff).id, one(['2024-06-01', '2026-03-05', '2026-03-15']), one(departments)]),
  () => api.manager.query(`UPDATE person SET deactivated_at = $2 WHERE id = $1`, [one(staff).id, one([null, '2026-03-12T12:00:00Z'])]),
  () => api.manager.query(`INSERT INTO profile (person_id, hired_on) VALUES ($1, $2) ON CONFLICT (person_id) DO UPDATE SET hired_on = excluded.hired_on`, [one(staff).id, one(['2020-01-01', '2026-03-08'])]),
  () => api.manager.query(`INSERT INTO absence (person_id, told_by, from_day, until_day) VALUES ($1, 'hr', '2026-03-01', $2) ON CONFLICT DO NOTHING`, [one(staff).id, one(['2026-04-15', '2026-03-12'])]),
  () => api.manager.query(`DELETE FROM absence WHERE person_id IN (SELECT person_id FROM absence ORDER BY person_id LIMIT 1)`),
];

/** The same from the ideas, with nothing kept. */
async function counted(from: string, to: string, department: string | null) {
  const submitted = `submitted AS (
    SELECT *, ${dayOfMoment('submitted_at')} AS day FROM idea WHERE submitted_at >= ${startOf('$1::date')} AND submitted_at < ${startOf('$2::date + 1')} AND state IN ('submitted', 'archived', 'merged')
  )`;
  const [ideas] = await api.manager.query(
    `WITH ${submitted}, told AS (
       SELECT submitted.state <> 'submitted' OR answer.idea_id IS NOT NULL AS answered, submitted.state = 'submitted' AND coalesce(answer.outcome = 'selected', false) AS selected,
         project.delivered_on IS NOT NULL AS delivered, project.measured_at IS NOT NULL AS measured,
         CASE WHEN answer.created_at >= submitted.submitted_at THEN floor(extract(epoch FROM answer.created_at - submitted.submitted_at) / 60)::int END AS minutes
       FROM submitted JOIN LATERAL ${stoodOn('submitted.author_id', 'submitted.day')} stood ON true
       LEFT JOIN idea_answer answer ON answer.idea_id = submitted.id LEFT JOIN project ON project.idea_id = submitted.id
       WHERE ${countsOn('submitted.author_id', 'submitted.day')} AND ($3::text IS NULL OR stood.department = $3)
     )
     SELECT count(*)::int AS submitted, (count(*) FILTER (WHERE answered))::int AS answered, (count(*) FILTER (WHERE selected))::int AS selected, (count(*) FILTER (WHERE selected AND delivered))::int AS delivered,
       (count(*) FILTER (WHERE selected AND measured))::int AS measured, round((percentile_disc(0.5) WITHIN GROUP (ORDER BY minutes))::numeric / 1440, 1)::float8 AS "medianAnswerDays" FROM told`,
    [from, to, department],
  );
  const [{ authors }] = await api.manager.query(
    `WITH ${submitted}, first AS (
       SELECT DISTINCT ON (made.person_id) made.person_id, submitted.day FROM submitted JOIN idea_author made ON made.idea_id = submitted.id AND made.standing = 'author'
       WHERE ${countsOn('made.person_id', 'submitted.day')} ORDER BY made.person_id, submitted.day
     )
     SELECT count(*)::int AS authors FROM first JOIN LATERAL ${stoodOn('first.person_id', 'first.day')} stood ON true WHERE $3::text IS NULL OR stood.department = $3`,
    [from, to, department],
  );
  return { ...ideas, authors };
}

describe('what becomes of ideas', () => {
  it('is what the ideas say, whatever is told of them later', async () => {
    for (let i = 0; i < 30; i += 1) await submit();
    let told = 0;
    for (let round = 0; round < 25; round += 1) {
      for (let i = 0; i < 4; i += 1) await one(changes)();
      await rollUp(api.dataSource);
      for (const [from, to] of periods) {
        for (const department of [null, ...departments]) {
          const { engagement } = await api.as(hr).send<{ engagement: { people: number | null; ideas: object | null } }>(READ, { from, to, department });
          if (!engagement.ideas) continue;
          told += 1;
          expect({ round, from, to, department, ideas: engagement.ideas }).toEqual({ round, from, to, department, ideas: await counted(from, to, department) });
        }
      }
    }
    expect(told).toBeGreaterThan(200);
    expect(await rebuild(api.dataSource)).toMatchObject({ differing: [] });
  }, 180_000);
});
