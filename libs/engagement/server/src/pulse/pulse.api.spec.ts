import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type PersonEntity, roles } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { Jobs } from '@parvis/platform/server';
import { type Day, dayNumber, dayOf } from '../period/day.ts';
import { engagementAndBelow } from '../testing/domains.ts';
import { mixAnswers } from './pulse-mix.ts';
import { pulseRules } from './pulse-rules.ts';
import { importPulse } from './pulse.importer.ts';
import { askPulse, countPulse } from './pulse.job.ts';
import { lastDayOf, nextQuarter, quarterOf } from './quarter.ts';

const ASKED = '{ pulseQuestion { until } }';
const REPLY = 'mutation ($key: ID!, $answer: PulseAnswerInput) { replyToPulse(key: $key, answer: $answer) }';
const READ = '{ engagementPulse { since results { from to asked answers very somewhat notAtAll sentences } } }';

let api: TestApi;
let hr: PersonEntity;
let [asked, another]: PersonEntity[] = [];

const today = (): Day => new Date().toISOString().slice(0, 10);
const daysAgo = (days: number): Day => dayOf(dayNumber(today()) - days);
const quarter = quarterOf(today());
const afterIt = dayOf(dayNumber(lastDayOf(quarter)) + pulseRules.openDays + 1);

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
});
beforeEach(async () => {
  await api.manager.query('TRUNCATE person, engagement_standing, engagement_leave, engagement_former, engagement_pulse_quarter, engagement_pulse_waiting, engagement_pulse_sentence CASCADE');
  hr = await aPerson().being('hr').save(api.manager);
  [asked, another] = await people(api.manager, 2);
  await invite([asked as PersonEntity]);
});
afterAll(() => api.stop());

const invite = (who: readonly PersonEntity[], on = today()): Promise<void> => importPulse(api.manager, { quarters: [], asked: who.map(({ identifier }) => identifier), on });
const question = async (of = asked) => (await api.as(of as PersonEntity).send<{ pulseQuestion: { until: Day } | null }>(ASKED)).pulseQuestion;
const reply = (answer: object | null, { by = asked, key = randomUUID() as string } = {}) => api.as(by as PersonEntity).send(REPLY, { key, answer });
const waiting = (): Promise<{ choice: string; sentence: string | null }[]> => api.manager.query('SELECT choice, sentence FROM engagement_pulse_waiting ORDER BY choice, sentence');
const counted = (): Promise<object[]> => api.manager.query('SELECT very, somewhat, not_at_all FROM engagement_pulse_quarter');
const read = async (by = hr) => (await api.as(by).send<{ engagementPulse: { since: Day; results: { sentences: string[] | null }[] } }>(READ)).engagementPulse;

describe('whoever is asked', () => {
  it('answers, or declines, and is asked no more', async () => {
    await invite([another as PersonEntity]);
    expect(await question()).toEqual({ until: daysAgo(-13) });
    await reply({ choice: 'VERY', sentence: '  I would miss\n the questions. ' });
    await reply(null, { by: another });

    expect(await waiting()).toEqual([{ choice: 'very', sentence: 'I would miss the questions.' }]);
    expect([await question(), await question(another)]).toEqual([null, null]);
    // What is left of the one is what is left of the other.
    const left: object[] = await api.manager.query('SELECT asked_on, is_open, closed_with IS NULL AS "isSilent" FROM engagement_pulse_invitation');
    expect(left[0]).toEqual(left[1]);
  });

  it('counts once, however often the answer is sent', async () => {
    const key = randomUUID();
    await Promise.all([1, 2, 3].map(() => reply({ choice: 'SOMEWHAT' }, { key })));
    await reply({ choice: 'NOT_AT_ALL' }, { key });
    expect(await waiting()).toEqual([{ choice: 'somewhat', sentence: null }]);
    await expect(reply({ choice: 'VERY' })).rejects.toMatchObject({ code: 'ENGAGEMENT_PULSE_CLOSED' });
    expect(await waiting()).toHaveLength(1);
  });

  it('cannot answer when nothing is asked of them, nor after two weeks', async () => {
    expect(await question(another)).toBeNull();
    await expect(reply({ choice: 'VERY' }, { by: another })).rejects.toMatchObject({ code: 'ENGAGEMENT_PULSE_CLOSED' });
    await api.manager.query('UPDATE engagement_pulse_invitation SET asked_on = $1', [daysAgo(14)]);
    expect(await question()).toBeNull();
    await expect(reply({ choice: 'VERY' })).rejects.toMatchObject({ code: 'ENGAGEMENT_PULSE_CLOSED' });
    await api.manager.query('UPDATE engagement_pulse_invitation SET asked_on = $1', [daysAgo(13)]);
    await expect(reply({ choice: 'VERY' })).resolves.toBeDefined();
  });

  it.each([
    ['TEXT_TOO_LONG', { choice: 'VERY', sentence: 'x'.repeat(281) }, randomUUID()],
    ['ID_INVALID', { choice: 'VERY' }, 'once'],
  ])('is told %s, and may try again', async (code, answer, key) => {
    await expect(reply(answer, { key })).rejects.toMatchObject({ code });
    expect(await question()).not.toBeNull();
    await reply({ choice: 'VERY', sentence: 'x'.repeat(280) });
    expect(await waiting()).toHaveLength(1);
  });

  it('must be signed in', async () => {
    await expect(api.anonymous().send(ASKED)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(api.anonymous().send(REPLY, { key: randomUUID() })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('what is answered', () => {
  const answered = async (number: number, choice = 'VERY'): Promise<PersonEntity[]> => {
    const who = await people(api.manager, number);
    await invite(who);
    for (const by of who) await reply({ choice, sentence: `What ${by.identifier} would miss` }, { by });
    return who;
  };

  it('is counted five at once, or when the quarter is over', async () => {
    await answered(4);
    expect(await mixAnswers(api.dataSource, today())).toBe(0);
    expect(await waiting()).toHaveLength(4);
    await answered(1, 'NOT_AT_ALL');
    await api.app.get(Jobs).run(countPulse, {});
    expect(await waiting()).toEqual([]);
    expect(await counted()).toEqual([{ very: 4, somewhat: 0, not_at_all: 1 }]);

    await answered(2, 'SOMEWHAT');
    expect(await mixAnswers(api.dataSource, dayOf(dayNumber(afterIt) - 1))).toBe(0);
    expect(await mixAnswers(api.dataSource, afterIt)).toBe(2);
    expect(await counted()).toEqual([{ very: 4, somewhat: 2, not_at_all: 1 }]);
  });

  it('is kept where nothing tells whose it is', async () => {
    const who = await answered(6);
    await api.app.get(Jobs).run(countPulse, {});
    await answered(3);
    const written = async (table: string, what: string): Promise<string[]> => {
      const rows: { was: string }[] = await api.manager.query(`SELECT ${what} AS was FROM ${table} ORDER BY ctid`);
      return rows.map(({ was }) => was);
    };
    const shared = (one: Set<string>, other: Set<string>): string[] => [...one].filter((transaction) => other.has(transaction));
    const transactionsOf = async (table: string) => new Set(await written(table, 'xmin::text'));
    // An answer that waits can still be told by the transaction that closed the invitation, until it is written anew.
    expect(shared(await transactionsOf('engagement_pulse_waiting'), await transactionsOf('engagement_pulse_invitation'))).toHaveLength(3);
    await api.app.get(Jobs).run(countPulse, {});
    const closing = await transactionsOf('engagement_pulse_invitation');
    for (const table of ['engagement_pulse_waiting', 'engagement_pulse_quarter', 'engagement_pulse_sentence']) {
      const writing = await transactionsOf(table);
      expect([table, writing.size, shared(writing, closing)]).toEqual([table, 1, []]);
    }
    const sentences = await written('engagement_pulse_sentence', 'words');
    expect(sentences.toSorted()).toEqual(who.map(({ identifier }) => `What ${identifier} would miss`).toSorted());
    const ids = await written('engagement_pulse_sentence', 'id');
    expect(ids.every((id) => id[14] === '4')).toBe(true);
    // No column of what holds answers could name somebody or a moment.
    const columns: { name: string }[] = await api.manager.query(
      `SELECT table_name || '.' || column_name || ' ' || data_type AS name FROM information_schema.columns WHERE table_name IN ('engagement_pulse_waiting', 'engagement_pulse_sentence') ORDER BY 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual([
      'engagement_pulse_sentence.id uuid', 'engagement_pulse_sentence.quarter date', 'engagement_pulse_sentence.words text',
      'engagement_pulse_waiting.choice text', 'engagement_pulse_waiting.quarter date', 'engagement_pulse_waiting.sentence text',
    ]);
  });

  it('loses nothing that comes while it is counted', async () => {
    const who = await people(api.manager, 12);
    await invite(who);
    await Promise.all([...who.map((by) => reply({ choice: 'VERY' }, { by })), ...[1, 2, 3, 4].map(() => mixAnswers(api.dataSource, today()))]);
    await mixAnswers(api.dataSource, afterIt);
    expect(await counted()).toEqual([{ very: 12, somewhat: 0, not_at_all: 0 }]);
  });
});

describe('what HR reads', () => {
  // Two weeks after its end at the earliest: the last quarter but one is over, whatever day it is.
  const over = quarterOf(daysAgo(190));
  const before = quarterOf(dayOf(dayNumber(over) - 1));
  const told = (sentences: number, very = 19) =>
    importPulse(api.manager, { quarters: [{ quarter: over, asked: 120, very, somewhat: 12, notAtAll: 9, sentences: Array.from({ length: sentences }, (_, number) => `Sentence ${number}`) }], asked: [], on: today() });

  it('is told of forty answers and ten sentences, of quarters that are over', async () => {
    await told(10);
    await importPulse(api.manager, { quarters: [{ quarter, asked: 90, very: 41, somewhat: 0, notAtAll: 0, sentences: Array.from({ length: 12 }, () => 'Not yet') }], asked: [], on: today() });
    const { results } = await read();
    expect(results).toEqual([{ from: over, to: lastDayOf(over), asked: 120, answers: 40, very: 0.475, somewhat: 0.3, notAtAll: 0.225, sentences: expect.any(Array) }]);
    expect(results[0]?.sentences?.toSorted()).toEqual(Array.from({ length: 10 }, (_, number) => `Sentence ${number}`));
  });

  it('is nothing of thirty-nine answers or nine sentences', async () => {
    await told(9);
    expect((await read()).results).toMatchObject([{ answers: 40, sentences: null }]);
    await api.manager.query('UPDATE engagement_pulse_quarter SET very = 18');
    expect(await read()).toEqual({ results: [], since: over });
  });

  it('adds up quarters until there are forty answers', async () => {
    await told(6, 9);
    await importPulse(api.manager, { quarters: [{ quarter: before, asked: 30, very: 5, somewhat: 4, notAtAll: 1, sentences: Array.from({ length: 4 }, () => 'Earlier') }], asked: [], on: today() });
    const { results, since } = await read();
    expect(results).toMatchObject([{ from: before, to: lastDayOf(over), asked: 150, answers: 40, very: 0.35 }]);
    expect(results[0]?.sentences).toHaveLength(10);
    expect(since).toBe(nextQuarter(over));
  });

  it('does not hold what still waits to be counted, so that nothing changes afterwards', async () => {
    await told(10);
    await api.manager.query(`INSERT INTO engagement_pulse_waiting (quarter, choice) VALUES ($1, 'very')`, [over]);
    expect(await read()).toEqual({ results: [], since: over });
    await mixAnswers(api.dataSource, today());
    expect((await read()).results).toMatchObject([{ answers: 41 }]);
  });

  it('is told to HR, and to nobody else', async () => {
    await told(10);
    expect((await read()).results).toHaveLength(1);
    for (const role of roles.filter((other) => other !== 'hr')) {
      await expect(read(await aPerson().being(role).save(api.manager))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const log: { action: string; question: object }[] = await api.manager.query(`SELECT action, details -> 'questions' -> 0 AS question FROM audit_entry ORDER BY number DESC LIMIT ${roles.length}`);
    expect(log.map(({ action }) => action)).toEqual([...roles.slice(1).map(() => 'engagement.refused'), 'engagement.read']);
    expect(log.at(-1)?.question).toEqual({ about: 'pulse', from: expect.stringMatching(/-01-01$/), to: today() });
    await expect(api.anonymous().send(READ)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is read in two statements, besides those of every question: how long events were kept, and who read it', async () => {
    await told(10);
    await read();
    const statements = await api.statementsOf(() => read());
    expect(statements.map((sql) => /engagement_kept_days|audit_entry|pulse_quarter|pulse_sentence/.exec(sql)?.[0])).toEqual(['engagement_kept_days', 'audit_entry', 'pulse_quarter', 'pulse_sentence']);
  });
});

/** Who was asked by a night's job, of 200 people who come each day. */
async function askedAtNight(of: TestApi): Promise<number> {
  const who = await people(of.manager, 200);
  await of.manager.query('INSERT INTO engagement_visit (person_id, day) SELECT person_id, day FROM unnest($1::uuid[]) AS who (person_id), unnest($2::date[]) AS days (day)', [who.map(({ id }) => id), [daysAgo(1), daysAgo(2)]]);
  await of.app.get(Jobs).run(askPulse, {});
  const invited: unknown[] = await of.manager.query('SELECT FROM engagement_pulse_invitation WHERE person_id = ANY ($1)', [who.map(({ id }) => id)]);
  return invited.length;
}

describe('each night', () => {
  it('some are asked', async () => {
    expect([1, 2]).toContain(await askedAtNight(api));
  });
});

describe('switched off', () => {
  it('asks nobody, and takes no answer', async () => {
    process.env['ENGAGEMENT_PULSE'] = 'off';
    const off = await TestApi.start(engagementAndBelow).finally(() => delete process.env['ENGAGEMENT_PULSE']);
    try {
      expect(await askedAtNight(off)).toBe(0);
      const person = await aPerson().save(off.manager);
      await importPulse(off.manager, { quarters: [], asked: [person.identifier], on: today() });
      expect(await off.as(person).send('{ pulseQuestion { until } engagementRules { pulse { isOn minAnswers } } }')).toEqual({ pulseQuestion: null, engagementRules: { pulse: { isOn: false, minAnswers: 40 } } });
      await expect(off.as(person).send(REPLY, { key: randomUUID(), answer: { choice: 'VERY' } })).rejects.toMatchObject({ code: 'ENGAGEMENT_PULSE_CLOSED' });
    } finally {
      await off.stop();
    }
  });
});
