import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { testDatabase } from '@parvis/platform/server/testing';
import { DataSource } from 'typeorm';
import { RolledFigures } from '../day/rolled-figures.ts';
import { rollUp } from '../roll-up/roll-up.ts';

it('counts more acts of an hour than a line of a day holds', async () => {
  const database = await testDatabase();
  const dataSource = await new DataSource({ type: 'postgres', url: database.url, extra: { max: 2 } }).initialize();
  const id = randomUUID();
  await dataSource.query(
    `INSERT INTO person (id, identifier, given_name, surname, display_name, sort_name, roles, created_at, updated_at, owners) VALUES ($1::uuid, $1::text, '', 'A', 'A', 'a', '{employee}', now(), now(), '{"surname": "hr"}')`,
    [id],
  );
  await dataSource.query(`INSERT INTO engagement_event (at, kind, actor_id, subject_id) SELECT '2026-03-03T00:00:00Z', 'reaction', $1, gen_random_uuid() FROM generate_series(1, 70000)`, [id]);
  await rollUp(dataSource);
  const [day] = await new RolledFigures(dataSource).hours.of({ from: '2026-03-03', to: '2026-03-03' });
  const sum = (numbers: Uint16Array | undefined) => [...(numbers ?? [])].reduce((so, number) => so + number, 0);
  // One o'clock at night in Paris.
  expect([sum(day?.held.acts), sum(day?.held.outside)]).toEqual([70_000, 70_000]);
  await dataSource.destroy();
  await database.drop();
});
