import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runImport } from './import-run.ts';
import { importedTables } from './import-session.ts';
import { importGround, listening } from './testing/import-ground.ts';

const ground = importGround([...importedTables, 'engagement_day']);

const at = (day: string): string => `${day}T09:00:00Z`;
const people = ['identifier,surname,department', 'u1,A,Atelier', 'u2,B,Atelier', 'u3,C,Bureau', 'u4,D,'].join('\n');
const lines = [
  { type: 'post', id: 'p1', author: 'u1', kind: 'question', title: 'Why?', body: 'Why @{u3}?', createdAt: at('2004-03-01') },
  { type: 'comment', id: 'c1', post: 'p1', author: 'u2', body: 'So.', createdAt: at('2004-03-02') },
  { type: 'comment', id: 'c2', post: 'p1', author: 'u3', body: 'No, @{u4}.', createdAt: at('2004-03-02'), replyTo: 'c1' },
  { type: 'reaction', target: 'c1', person: 'u1', kind: 'thanks', createdAt: at('2004-03-03') },
  { type: 'reaction', target: 'p1', person: 'u4', kind: 'agree', createdAt: at('2004-03-03') },
  { type: 'comment', id: 'c3', post: 'p1', author: 'u1', body: 'Thank you.', createdAt: at('2004-03-04') },
];

async function bringIn(): Promise<void> {
  const files = { people: join(ground.folder, 'hr.csv'), history: join(ground.folder, 'network.jsonl') };
  await writeFile(files.people, people);
  await writeFile(files.history, lines.map((line) => JSON.stringify(line)).join('\n'));
  await runImport(ground.dataSource, { ...files, dryRun: false }, listening().told);
}

/** Who did what to whom, by their identifiers. */
const events = () =>
  ground.dataSource.query(
    `SELECT event.kind, actor.identifier AS "by", target.identifier AS "to" FROM engagement_event event
     JOIN person actor ON actor.id = event.actor_id LEFT JOIN person target ON target.id = event.target_id ORDER BY event.at, event.kind, 2, 3`,
  );

describe('a history that comes in', () => {
  it('feeds the stream of events, once, and its days are rolled up at the end', async () => {
    await bringIn();
    const told = await events();
    expect(told).toEqual([
      { kind: 'mention', by: 'u1', to: 'u3' },
      { kind: 'post', by: 'u1', to: null },
      { kind: 'answer', by: 'u2', to: 'u1' },
      { kind: 'comment', by: 'u3', to: 'u1' },
      { kind: 'comment', by: 'u3', to: 'u2' },
      { kind: 'mention', by: 'u3', to: 'u4' },
      { kind: 'reaction', by: 'u4', to: 'u1' },
      { kind: 'thanks', by: 'u1', to: 'u2' },
      { kind: 'comment', by: 'u1', to: null },
    ]);
    const days = () => ground.dataSource.query(`SELECT day::text, length(ties) / 12 AS ties FROM engagement_day ORDER BY day`);
    const rolledUp = [{ day: '2004-03-01', ties: 1 }, { day: '2004-03-02', ties: 4 }, { day: '2004-03-03', ties: 2 }, { day: '2004-03-04', ties: 0 }];
    expect(await days()).toEqual(rolledUp);
    await bringIn();
    expect([await events(), await days()]).toEqual([told, rolledUp]);
  });

  it('counts everybody where the file says that they are, from the beginning', async () => {
    await bringIn();
    expect(await ground.dataSource.query(`SELECT person.identifier, since::text, standing.department, level FROM engagement_standing standing JOIN person ON person.id = person_id ORDER BY 1`)).toEqual([
      { identifier: 'u1', since: '-infinity', department: 'Atelier', level: 'employee' },
      { identifier: 'u2', since: '-infinity', department: 'Atelier', level: 'employee' },
      { identifier: 'u3', since: '-infinity', department: 'Bureau', level: 'employee' },
      { identifier: 'u4', since: '-infinity', department: null, level: 'employee' },
    ]);
  });
});
