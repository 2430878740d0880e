import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@parvis/platform/server/testing';
import { DataSource } from 'typeorm';
import { keepEventMonths } from './event-months.ts';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await new DataSource({ type: 'postgres', url: database.url, extra: { max: 2 } }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});
beforeEach(() => dataSource.query('TRUNCATE engagement_event, engagement_pending, engagement_day'));

const happen = (at: string) => dataSource.query(`INSERT INTO engagement_event (at, kind, actor_id, subject_id) VALUES ($1, 'post', $2, $2)`, [at, randomUUID()]);
const tables = async (): Promise<[string, number][]> => {
  const rows: { name: string; events: number }[] = await dataSource.query('SELECT tableoid::regclass::text AS name, count(*)::int AS events FROM engagement_event GROUP BY 1 ORDER BY 1');
  return rows.map(({ name, events }) => [name, events]);
};

describe('the months of events', () => {
  it('have a table each, made before they begin and forgotten whole after thirteen months', async () => {
    await keepEventMonths(dataSource, new Date('2027-01-31T12:00:00Z'));
    await happen('2027-02-01T00:00:00Z');
    await happen('2027-03-31T23:59:59Z');
    await happen('2027-04-01T00:00:00Z');
    expect(await tables()).toEqual([['engagement_event_202702', 1], ['engagement_event_202703', 1], ['engagement_event_other', 1]]);
    await keepEventMonths(dataSource, new Date('2028-03-31T12:00:00Z'));
    expect(await tables()).toEqual([['engagement_event_202703', 1], ['engagement_event_other', 1]]);
    await keepEventMonths(dataSource, new Date('2028-05-01T00:00:00Z'));
    expect(await tables()).toEqual([]);
  });

  it('leave what a clock that was ahead has written where it is', async () => {
    await happen('2030-02-05T00:00:00Z');
    await keepEventMonths(dataSource, new Date('2030-01-15T00:00:00Z'));
    await happen('2030-02-06T00:00:00Z');
    await happen('2030-03-06T00:00:00Z');
    expect(await tables()).toEqual([['engagement_event_203003', 1], ['engagement_event_other', 2]]);
  });
});
