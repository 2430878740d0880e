import type { DataSource, EntityManager } from 'typeorm';
import { type Day, dayNumber, dayOf } from '../period/day.ts';
import { pulseRules } from './pulse-rules.ts';
import { lastDayOf, quarterOf, type Quarter } from './quarter.ts';

interface Waiting {
  quarter: Quarter;
  choice: string;
  sentence: string | null;
}

/** Whether nobody can answer any more who was asked in a quarter. */
export const isOver = (quarter: Quarter, today: Day): boolean => dayNumber(today) > dayNumber(lastDayOf(quarter)) + pulseRules.openDays;

/** The newest quarters that are over, as many as asked for, the oldest first. */
export function quartersOver(today: Day, number: number): Quarter[] {
  const quarters: Quarter[] = [];
  for (let quarter = quarterOf(today); quarters.length < number; quarter = quarterOf(dayOf(dayNumber(quarter) - 1))) if (isOver(quarter, today)) quarters.unshift(quarter);
  return quarters;
}

/**
 * Counts the answers that wait, as soon as five of a quarter do or it is over, and puts their sentences among the others. Everything is written anew in an order
 * that tells nothing, what goes on waiting too: the rows that were written together with whoever answered are gone with their table's file.
 * Answers how many were counted.
 */
export function mixAnswers(dataSource: DataSource, today: Day): Promise<number> {
  return dataSource.transaction(async (manager) => {
    // Whoever answers meanwhile waits for this: what they write is not taken away uncounted.
    await manager.query('LOCK TABLE engagement_pulse_waiting IN ACCESS EXCLUSIVE MODE');
    const waiting: Waiting[] = await manager.query('SELECT quarter::text, choice, sentence FROM engagement_pulse_waiting');
    if (waiting.length === 0) return 0;
    await manager.query('SELECT engagement_empty_pulse_waiting()');
    const byQuarter = Map.groupBy(waiting, ({ quarter }) => quarter);
    let counted = 0;
    for (const [quarter, answers] of byQuarter) {
      const isReady = answers.length >= pulseRules.batch || isOver(quarter, today);
      if (!isReady) await keepWaiting(manager, answers);
      else counted += await count(manager, quarter, answers);
    }
    return counted;
  });
}

/** Sentences go once they are old. */
export async function forgetSentences(dataSource: DataSource, today: Day): Promise<void> {
  await dataSource.query(`DELETE FROM engagement_pulse_sentence WHERE quarter < ($1::date - interval '3 months')`, [dayOf(dayNumber(today) - pulseRules.sentenceDays)]);
}

async function keepWaiting(manager: EntityManager, answers: readonly Waiting[]): Promise<void> {
  await manager.query(
    `INSERT INTO engagement_pulse_waiting (quarter, choice, sentence)
     SELECT quarter, choice, sentence FROM jsonb_to_recordset($1::jsonb) AS answer (quarter date, choice text, sentence text) ORDER BY gen_random_uuid()`,
    [JSON.stringify(answers)],
  );
}

async function count(manager: EntityManager, quarter: Quarter, answers: readonly Waiting[]): Promise<number> {
  const chosen = (choice: string): number => answers.filter((answer) => answer.choice === choice).length;
  await manager.query(
    `INSERT INTO engagement_pulse_quarter AS known (quarter, very, somewhat, not_at_all) VALUES ($1, $2, $3, $4)
     ON CONFLICT (quarter) DO UPDATE SET very = known.very + $2, somewhat = known.somewhat + $3, not_at_all = known.not_at_all + $4`,
    [quarter, chosen('very'), chosen('somewhat'), chosen('not_at_all')],
  );
  const said = answers.flatMap(({ sentence }) => sentence ?? []);
  if (said.length > 0) await addSentences(manager, quarter, said);
  return answers.length;
}

/** All of a quarter are written anew, so that nothing tells which came together. */
export async function addSentences(manager: EntityManager, quarter: Quarter, said: readonly string[]): Promise<void> {
  const former: { words: string }[] = await manager.query('SELECT words FROM engagement_pulse_sentence WHERE quarter = $1', [quarter]);
  await manager.query('DELETE FROM engagement_pulse_sentence WHERE quarter = $1', [quarter]);
  await manager.query('INSERT INTO engagement_pulse_sentence (quarter, words) SELECT $1, words FROM unnest($2::text[]) AS said (words) ORDER BY gen_random_uuid()', [
    quarter,
    [...former.map(({ words }) => words), ...said],
  ]);
}
