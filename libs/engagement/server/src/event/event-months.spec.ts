import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@parvis/platform/server/testing';
import { DataSource } from 'typeorm';
import { rollUp } from '../roll-up/roll-up.ts';
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

  it('take the numbers of those with them who have written nothing since', async () => {
    const people = [randomUUID(), randomUUID()];
    await dataSource.query(
      `INSERT INTO person (id, identifier, given_name, surname, display_name, sort_name, roles, created_at, updated_at, owners)
       SELECT id, id::text, '', 'A', 'A', 'a', '{employee}', now(), now(), '{"surname": "hr"}' FROM unnest($1::uuid[]) AS told (id)`,
      [people],
    );
    const wrote = (at: string, id: string | undefined) => dataSource.query(`INSERT INTO engagement_event (at, kind, actor_id, subject_id) VALUES ($1, 'post', $2, $2)`, [at, id]);
    await wrote('2027-02-10T12:00:00Z', people[0]);
    await wrote('2027-02-10T12:00:00Z', people[1]);
    await wrote('2027-09-10T12:00:00Z', people[1]);
    await rollUp(dataSource);
    const numbered = async () => ((await dataSource.query('SELECT person_id AS id FROM engagement_person WHERE person_id = ANY ($1)', [people])) as { id: string }[]).map(({ id }) => id).sort();
    expect(await numbered()).toEqual(people.toSorted());
    await keepEventMonths(dataSource, new Date('2028-03-31T12:00:00Z'));
    expect(await numbered()).toEqual([people[1]]);
  });

  it('leave what a clock that was ahead has written where it is', async () => {
    await happen('2030-02-05T00:00:00Z');
    await keepEventMonths(dataSource, new Date('2030-01-15T00:00:00Z'));
    await happen('2030-02-06T00:00:00Z');
    await happen('2030-03-06T00:00:00Z');
    expect(await tables()).toEqual([['engagement_event_203003', 1], ['engagement_event_other', 2]]);
  });
});
