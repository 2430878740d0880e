import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { richTextOf } from '@parvis/conversations/server';
import { type IdeaEntity } from '@parvis/ideas/server';
import { anIdea } from '@parvis/ideas/server/testing';
import { type PersonEntity, roles } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { rollUp } from '../roll-up/roll-up.ts';
import { engagementAndBelow } from '../testing/domains.ts';

const READ = `query ($from: Date!, $to: Date!, $department: ID) { engagement(from: $from, to: $to, department: $department) { ideas {
  submitted answered selected delivered measured implementationRate medianAnswerDays authors authorShare departments { department people authors share }
} } }`;

type Three = [PersonEntity, PersonEntity, PersonEntity];

const march = ['2026-03-01', '2026-03-31'] as const;
let api: TestApi;
let hr: PersonEntity;
let a: PersonEntity[], b: PersonEntity[], c: PersonEntity[];

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
});
afterAll(() => api.stop());

/** Somebody of the HR file, who has been there always. */
const told = () => aPerson().with({ owners: { surname: 'hr' } });
const staff = (department: string, number: number) => Promise.all(Array.from({ length: number }, () => told().in(department).save(api.manager)));
async function read(from: string, to: string, department: string | null = null) {
  await rollUp(api.dataSource);
  return (await api.as(hr).send<{ engagement: { ideas: Record<string, unknown> | null } }>(READ, { from, to, department })).engagement.ideas;
}

async function submitted(author: PersonEntity, at: string, { others = [] as PersonEntity[], state = 'submitted' as IdeaEntity['state'] } = {}): Promise<string> {
  const { id } = await anIdea(author).with(...others).being(state).save(api.manager);
  if (state !== 'draft') await api.manager.query('UPDATE idea SET submitted_at = $2 WHERE id = $1', [id, at]);
  return id;
}
const answered = (ideaId: string, outcome: string, days: number) =>
  api.manager.query(
    `INSERT INTO idea_answer (idea_id, author_id, signed_as, key, outcome, reason, reason_text, link, version, created_at, decided_at)
     SELECT id, $2, 'sponsor', $3, $4, $5, 'So.', '', 1, submitted_at + make_interval(days => $6), submitted_at + make_interval(days => $6) FROM idea WHERE id = $1`,
    [ideaId, hr.id, randomUUID(), outcome, richTextOf('So.'), days],
  );
const carriedOut = (ideaId: string, { delivered = false, measured = false }) =>
  api.manager.query(
    `INSERT INTO project (id, key, idea_id, begun_by_id, owner_id, ends_on, first_ends_on, percentage, unit, version, begun_at, result, delivered_on, measured_amount, measured_by_id, measured_at)
     VALUES ($1, $2, $3, $4, $4, '2027-12-01', '2027-12-01', 10, '', 1, now(), $5, $6, $7, $8, $9)`,
    [randomUUID(), randomUUID(), ideaId, hr.id, delivered ? richTextOf('Done.') : null, delivered ? '2026-11-01' : null, measured ? 4 : null, measured ? hr.id : null, measured ? new Date() : null],
  );

/** Thirty-five people in three departments, and six ideas of March. */
beforeEach(async () => {
  await api.manager.query('TRUNCATE person, engagement_standing, engagement_leave, engagement_former, engagement_event, engagement_pending, engagement_day CASCADE');
  [a, b, c] = await Promise.all([staff('Atelier', 12), staff('Bureau', 12), staff('Commerce', 10)]);
  hr = await told().in('Commerce').being('hr').save(api.manager);
  const [[a1, a2, a3], [b1, b2], [c1, c2]] = [a as Three, b as Three, c as Three];
  const one = await submitted(a1, '2026-03-01T00:00:00Z', { others: [b1] });
  await answered(one, 'selected', 3);
  await carriedOut(one, { delivered: true, measured: true });
  const two = await submitted(a2, '2026-03-03T12:00:00Z');
  await answered(two, 'selected', 1);
  await carriedOut(two, { delivered: true });
  await answered(await submitted(b1, '2026-03-10T12:00:00Z'), 'later', 10);
  const four = await submitted(b2, '2026-03-11T12:00:00Z');
  await answered(four, 'selected', 2);
  await carriedOut(four, {});
  await submitted(a3, '2026-03-12T12:00:00Z', { state: 'archived' });
  await submitted(c1, '2026-03-31T23:59:59Z');
  for (const at of ['2026-02-28T23:59:59Z', '2026-04-01T00:00:00Z']) await submitted(c2, at);
  for (const state of ['draft', 'withdrawn'] as const) await submitted(c2, '2026-03-12T12:00:00Z', { state });
});

describe('what becomes of the ideas of a period', () => {
  it('is what comes out on paper', async () => {
    expect(await read(...march)).toEqual({
      submitted: 6,
      // Four, and the one that was put away, with a reason.
      answered: 5,
      selected: 3,
      delivered: 2,
      measured: 1,
      implementationRate: 0.6667,
      // Of 1, 2, 3 and 10.
      medianAnswerDays: 2,
      // a1, a2, a3, b1 (twice), b2 and c1, of 35.
      authors: 6,
      authorShare: 0.1714,
      departments: [
        { department: 'Atelier', people: 12, authors: 3, share: 0.25 },
        { department: 'Bureau', people: 12, authors: 2, share: 0.1667 },
        { department: 'Commerce', people: 11, authors: 1, share: 0.0909 },
      ],
    });
    expect(await read('2025-03-01', '2025-03-31')).toMatchObject({ submitted: 0, implementationRate: null, medianAnswerDays: null, authors: 0, authorShare: 0 });
  });

  it('is told of a department, by where whoever began it was', async () => {
    expect(await read(...march, 'Atelier')).toMatchObject({ submitted: 3, answered: 3, selected: 2, delivered: 2, measured: 1, implementationRate: 1, medianAnswerDays: 1, authors: 3, authorShare: 0.25, departments: null });
    // The idea of a1, which b1 makes with them, is one of Atelier; b1 is an author all the same.
    expect(await read(...march, 'Bureau')).toMatchObject({ submitted: 2, answered: 2, selected: 1, delivered: 0, implementationRate: 0, authors: 2 });
  });

  it('is counted where people were then, and who came later or had gone does not count', async () => {
    const [[a1], [b1, b2]] = [a as Three, b as Three];
    await api.manager.query(`INSERT INTO engagement_standing (person_id, since, department, level, noted_on) VALUES ($1, '2026-03-05', 'Atelier', 'employee', '2026-03-05'), ($2, '2026-03-05', 'Bureau', 'employee', '2026-03-05')`, [b1.id, a1.id]);
    // b1 was in Bureau when their first idea of the month was submitted, and in Atelier when the second was.
    expect(await read(...march, 'Bureau')).toMatchObject({ submitted: 1, authors: 2 });
    expect(await read('2026-03-06', '2026-03-31', 'Atelier')).toMatchObject({ submitted: 2, authors: 2 });
    await api.manager.query(`UPDATE person SET deactivated_at = '2026-03-10T23:00:00Z' WHERE id = $1`, [b2.id]);
    expect(await read(...march)).toMatchObject({ submitted: 5, selected: 2, authors: 5 });
  });

  it('is as it stands today, however long ago the idea was submitted', async () => {
    const late = await submitted(a[0] as PersonEntity, '2023-05-04T12:00:00Z');
    const read2023 = () => read('2023-05-01', '2023-05-31');
    expect(await read2023()).toMatchObject({ submitted: 1, answered: 0 });
    await answered(late, 'selected', 700);
    await carriedOut(late, { delivered: true });
    expect(await read2023()).toMatchObject({ answered: 1, selected: 1, delivered: 1, implementationRate: 1, medianAnswerDays: 700 });
    // The decision was taken back: what was carried out is no selected idea any more.
    await api.manager.query(`UPDATE idea_answer SET outcome = 'later' WHERE idea_id = $1`, [late]);
    expect(await read2023()).toMatchObject({ answered: 1, selected: 0, delivered: 0, implementationRate: null });
  });

  it('is told of no department of which too little may be told', async () => {
    await api.manager.query('UPDATE person SET deactivated_at = $2 WHERE id = ANY ($1)', [b.slice(3).map(({ id }) => id), '2026-03-10T12:00:00Z']);
    expect(await read(...march, 'Bureau')).toBeNull();
    const whole = await read(...march);
    expect(whole).toMatchObject({ submitted: 6 });
    // Nor of the one that hides them.
    expect((whole?.['departments'] as { department: string }[]).map(({ department }) => department)).toEqual(['Commerce']);
  });

  it('is told to HR, and to nobody else', async () => {
    await expect(read(...march)).resolves.toMatchObject({ submitted: 6 });
    for (const role of roles.filter((other) => other !== 'hr')) {
      const somebody = await aPerson().being(role).save(api.manager);
      await expect(api.as(somebody).send(READ, { from: march[0], to: march[1] })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});
