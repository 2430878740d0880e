import type { DataSource } from 'typeorm';

/** Days for which events are kept: thirteen months at most. What is older lives on in the figures of its day, which name nobody. */
export const eventDays = 395;
/** Tables that are there before their month begins. */
const monthsAhead = 2;
/** PostgreSQL's word for « rows that belong there are elsewhere ». */
const rowsElsewhere = '23514';

/** Makes tables for the months to come, and forgets events that are too old: whole months at once, the rest one by one. */
export async function keepEventMonths(dataSource: DataSource, now = new Date()): Promise<void> {
  for (let ahead = 1; ahead <= monthsAhead; ahead += 1) await makeMonth(dataSource, monthOf(now, ahead));
  const oldest = new Date(now.getTime() - eventDays * 86_400_000);
  const known: { name: string }[] = await dataSource.query(
    `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'engagement_event'::regclass AND inhrelid::regclass::text ~ '^engagement_event_\\d{6}$'`,
  );
  const lastWhole = nameOf(monthOf(oldest, -1));
  for (const { name } of known) if (name <= lastWhole) await dataSource.query(`DROP TABLE ${name}`);
  await dataSource.query('DELETE FROM engagement_event WHERE at < $1', [oldest]);
}

const monthOf = (now: Date, ahead: number): Date => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
const nameOf = (month: Date): string => `engagement_event_${month.toISOString().slice(0, 7).replace('-', '')}`;

async function makeMonth(dataSource: DataSource, month: Date): Promise<void> {
  try {
    await dataSource.query(`CREATE TABLE IF NOT EXISTS ${nameOf(month)} PARTITION OF engagement_event FOR VALUES FROM ('${month.toISOString()}') TO ('${monthOf(month, 1).toISOString()}')`);
  } catch (error) {
    // A clock that was ahead has left rows of that month among the others: they stay there, which costs no more than time.
    if ((error as { code?: string }).code !== rowsElsewhere) throw error;
  }
}
