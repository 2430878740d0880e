import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runImport } from './import-run.ts';
import { importedTables, importLock } from './import-session.ts';
import { importGround, listening } from './testing/import-ground.ts';

const ground = importGround(importedTables);

interface Files {
  people?: string | Buffer;
  history?: object[] | string;
}

async function runFiles({ people, history }: Files, { dryRun = false } = {}) {
  const { told, said } = listening();
  const paths = { people: join(ground.folder, 'hr.csv'), history: join(ground.folder, 'network.jsonl') };
  if (people !== undefined) await writeFile(paths.people, people);
  if (history !== undefined) await writeFile(paths.history, typeof history === 'string' ? history : history.map((line) => JSON.stringify(line)).join('\n'));
  const request = { people: people === undefined ? null : paths.people, history: history === undefined ? null : paths.history, dryRun };
  const report = await runImport(ground.dataSource, request, told);
  return { report, problems: said.filter((line) => / line \d+: /.test(line)), said };
}

const createdAt = '2024-05-31T08:30:00.000Z';
const people = `identifier,mail,givenName,surname,title,department,managerIdentifier,skills,location,hiredOn
u2,u2@example.org,Élodie,Marchand,Technician,Production,u1,Brasage|Étanchéité,Lyon,2019-03-04
u1,u1@example.org,Nathalie,Brévent,Director,Production,,,Paris,2010-01-04
`;
const history = [
  { type: 'community', id: 'c1', name: 'Énergie', visibility: 'closed' },
  { type: 'membership', community: 'c1', person: 'u2' },
  { type: 'follow', follower: 'u2', followee: 'u1' },
  { type: 'post', id: 'p1', author: 'u1', community: null, kind: 'status', title: null, body: 'Bravo @{u2} !\n\nVoyez #Énergie.', createdAt, tags: ['Lyon'] },
  { type: 'post', id: 'p2', author: 'u2', community: 'c1', kind: 'question', title: 'Which torch?', body: 'For copper.', createdAt: '2024-06-01T08:30:00.000Z', tags: [] },
  { type: 'comment', id: 'a1', post: 'p2', author: 'u1', body: 'The small one.', createdAt: '2024-06-02T08:30:00.000Z', accepted: true },
  { type: 'reaction', target: 'p1', person: 'u2', kind: 'thanks', createdAt },
  { type: 'reaction', target: 'a1', person: 'u2', kind: 'insightful', createdAt },
];

/** Every row with the transaction that last wrote it: two equal ones mean that nothing was touched. */
async function everything(): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const table of importedTables) tables[table] = await ground.dataSource.query(`SELECT xmin, xmax, ${table}.* FROM ${table} ORDER BY ${table}::text`);
  return tables;
}

const counts = async (): Promise<Record<string, number>> => Object.fromEntries(Object.entries(await everything()).map(([table, rows]) => [table, rows.length]));

describe('an import', () => {
  it('brings people and their history in', async () => {
    const { report, problems } = await runFiles({ people, history });

    expect(problems).toEqual([]);
    expect(report.hasProblems).toBe(false);
    expect(await ground.dataSource.query(`SELECT person.identifier, person.display_name, person.sort_name, person.roles, boss.identifier AS boss, location, hired_on::text,
      (SELECT coalesce(array_agg(words ORDER BY position), '{}') FROM person_skill WHERE person_skill.person_id = person.id) AS skills
      FROM person JOIN profile ON person_id = person.id LEFT JOIN person boss ON boss.id = person.manager_id ORDER BY 1`)).toEqual([
      { identifier: 'u1', display_name: 'Nathalie Brévent', sort_name: 'brevent nathalie', roles: ['employee'], boss: null, location: 'Paris', hired_on: '2010-01-04', skills: [] },
      { identifier: 'u2', display_name: 'Élodie Marchand', sort_name: 'marchand elodie', roles: ['employee'], boss: 'u1', location: 'Lyon', hired_on: '2019-03-04', skills: ['Brasage', 'Étanchéité'] },
    ]);
    expect(await ground.dataSource.query(`SELECT kind, post.title, text, tags, post.created_at, name AS community, post.key = post.id AS keyed, identifier AS author
      FROM post LEFT JOIN community ON community.id = community_id JOIN person ON person.id = author_id ORDER BY post.id`)).toEqual([
      { kind: 'status', title: null, text: 'Bravo @Élodie Marchand !\nVoyez #Énergie.', tags: ['lyon', 'énergie'], created_at: new Date(createdAt), community: null, keyed: true, author: 'u1' },
      { kind: 'question', title: 'Which torch?', text: 'Which torch?\nFor copper.', tags: [], created_at: new Date('2024-06-01T08:30:00.000Z'), community: 'Énergie', keyed: true, author: 'u2' },
    ]);
    expect(await ground.dataSource.query(`SELECT comment.text, is_accepted, subject_type, title FROM comment JOIN post ON post.id = subject_id`)).toEqual([
      { text: 'The small one.', is_accepted: true, subject_type: 'post', title: 'Which torch?' },
    ]);
    expect(await ground.dataSource.query(`SELECT subject_type, kind FROM reaction ORDER BY 1`)).toEqual([{ subject_type: 'comment', kind: 'insightful' }, { subject_type: 'post', kind: 'thanks' }]);
    expect(await counts()).toMatchObject({ community: 1, membership: 1, follow: 1 });
    expect(await ground.dataSource.query('SELECT 1 FROM outbox_event')).toEqual([]);
  });

  it('changes nothing the second time', async () => {
    const profile = { type: 'profile', person: 'u2', biography: 'Line 3.', skills: [{ name: 'Brasage', level: 'helping' }], hobbies: ['Trail'], workingDays: [1, 2], visibility: { hobbies: 'department' } };
    await runFiles({ people, history: [...history, profile] });
    const before = await everything();

    const { report } = await runFiles({ people, history: [...history, profile] });

    expect(await everything()).toEqual(before);
    expect(report.hasChanges).toBe(false);
    expect(report.count('post')).toEqual({ lines: 2, added: 0, changed: 0, bad: 0 });
  });

  it('brings people up to date, but not the words that they wrote themselves', async () => {
    await runFiles({ people });
    await ground.dataSource.query(`UPDATE person SET owners = owners || '{"skills": "person"}' WHERE identifier = 'u2'`);
    await ground.dataSource.query(`DELETE FROM person_skill`);
    const [u1] = await ground.dataSource.query(`SELECT xmin FROM person WHERE identifier = 'u1'`);

    const { report } = await runFiles({ people: people.replace('Technician', 'Lead Technician').replace('Lyon', '').replace('Brasage', 'Chant') });

    expect(report.count('person')).toEqual({ lines: 2, added: 0, changed: 1, bad: 0 });
    expect(await ground.dataSource.query(`SELECT title, location, (SELECT count(*)::int FROM person_skill WHERE person_skill.person_id = person.id) AS skills, manager_id IS NOT NULL AS managed
      FROM person JOIN profile ON person_id = id WHERE identifier = 'u2'`)).toEqual([
      { title: 'Lead Technician', location: null, skills: 0, managed: true },
    ]);
    expect(await ground.dataSource.query(`SELECT xmin FROM person WHERE identifier = 'u1'`)).toEqual([u1]);
  });

  it('leaves what is not in the file, and the roles and the name of the identity provider, as they are', async () => {
    await runFiles({ people });
    await ground.dataSource.query(`UPDATE person SET roles = '{employee,it}', display_name = 'Dr Brévent' WHERE identifier = 'u1'`);

    await runFiles({ people: 'identifier,surname,givenName,department\nu1,Brévent,Nathalie,IT\n' });

    expect(await ground.dataSource.query(`SELECT department, email, title, roles, display_name, location FROM person JOIN profile ON person_id = id WHERE identifier = 'u1'`)).toEqual([
      { department: 'IT', email: 'u1@example.org', title: 'Director', roles: ['employee', 'it'], display_name: 'Dr Brévent', location: 'Paris' },
    ]);
  });

  it('reads what Windows spreadsheets write', async () => {
    await runFiles({ people: Buffer.from('identifier;surname;title\r\nu1;Lef\xe8vre-\x8cuvr\xe9;Charg\xe9e d\x92achats\r\n', 'latin1') });

    expect(await ground.dataSource.query('SELECT surname, title FROM person')).toEqual([{ surname: 'Lefèvre-Œuvré', title: 'Chargée d’achats' }]);
  });

  it('tells bad people with line and reason, and lets the rest in', async () => {
    const { report, problems } = await runFiles({
      people: 'identifier,surname,hiredOn,managerIdentifier\nu1,A,31/02/2020,\nu2,B,,u9\n,C,,\nu2,D,,\nu3,E,,u2\n',
    });

    expect(problems.toSorted()).toEqual([
      'hr.csv line 2: hiredOn "31/02/2020" is not a date (use YYYY-MM-DD).',
      'hr.csv line 3: managerIdentifier "u9" is unknown; "u2" went in without a manager.',
      'hr.csv line 4: identifier is empty.',
      'hr.csv line 5: identifier "u2" was on line 3 already.',
    ]);
    expect(report.hasProblems).toBe(true);
    expect(report.count('person')).toEqual({ lines: 5, added: 2, changed: 0, bad: 3 });
  });

  it('tells bad lines of the history with number and reason, and lets the rest in', async () => {
    const post = { type: 'post', id: 'p3', author: 'u1', kind: 'status', body: 'Good', createdAt };
    const lines = [
      ...history,
      { ...post, author: 'u9' },
      { ...post, community: 'c9' },
      { ...post, id: 'p4' },
      { ...post, id: 'p4', body: 'Again' },
      { type: 'comment', id: 'a2', post: 'q17', author: 'u1', body: 'Lost', createdAt },
      { type: 'comment', id: 'p1', post: 'p1', author: 'u1', body: 'Named like a post', createdAt },
      { type: 'reaction', target: 'p1', person: 'u1', kind: 'agree', createdAt },
      { type: 'reaction', target: 'x', person: 'u1', kind: 'agree', createdAt },
      { type: 'reaction', target: 'p4', person: 'u9', kind: 'agree', createdAt },
      { type: 'membership', community: 'c9', person: 'u1' },
      { type: 'follow', follower: 'u1', followee: 'u9' },
    ].map((line) => JSON.stringify(line));
    const { report, problems } = await runFiles({ people, history: `${lines.join('\n')}\n{"type":\n\n${JSON.stringify({ ...post, id: 'p5' })}` });

    expect(problems).toEqual([
      'network.jsonl line 7: target "p1" is the identifier of a comment and of a post.',
      'network.jsonl line 9: author "u9" is unknown.',
      'network.jsonl line 10: id "p3" was on an earlier line already.',
      'network.jsonl line 12: id "p4" was on an earlier line already.',
      'network.jsonl line 13: post "q17" is unknown.',
      'network.jsonl line 15: target "p1" is the identifier of a comment and of a post.',
      'network.jsonl line 16: target "x" is unknown.',
      'network.jsonl line 17: person "u9" is unknown.',
      'network.jsonl line 18: community "c9" is unknown.',
      'network.jsonl line 19: followee "u9" is unknown.',
      'network.jsonl line 20: the line is not valid JSON.',
    ]);
    expect(report.count('post')).toEqual({ lines: 7, added: 4, changed: 0, bad: 3 });
    expect(report.count('unreadable')).toMatchObject({ lines: 1, bad: 1 });
  });

  it('keeps nothing of a dry run, and tells the same', async () => {
    const untouched = await counts();

    const { report, problems } = await runFiles({ people, history: [...history, { type: 'comment', id: 'a2', post: 'q17', author: 'u1', body: 'Lost', createdAt }] }, { dryRun: true });

    expect(problems).toEqual(['network.jsonl line 9: post "q17" is unknown.']);
    expect(report.count('post')).toEqual({ lines: 2, added: 2, changed: 0, bad: 0 });
    expect(await counts()).toEqual(untouched);
  });

  it('goes over batches: answers find posts of earlier ones', async () => {
    const post = (i: number) => ({ type: 'post', id: `p${i}`, author: 'u1', kind: 'status', body: `Post ${i}`, createdAt });
    const comment = (i: number) => ({ type: 'comment', id: `a${i}`, post: `p${i}`, author: 'u2', body: `Comment ${i}`, createdAt });
    const { report, problems } = await runFiles({ people, history: [...Array.from({ length: 6_000 }, (_, i) => post(i)), ...Array.from({ length: 6_000 }, (_, i) => comment(i))] });

    expect(problems).toEqual([]);
    expect(report.count('comment').added).toBe(6_000);
    expect(await counts()).toMatchObject({ post: 6_000, comment: 6_000, import_reference: 12_000 });
  });

  it('takes the longest of texts', async () => {
    const body = Array.from({ length: 14_000 }, (_, i) => `ﬃ${i.toString(36)}`).join(' ').slice(0, 100_000);
    const { problems } = await runFiles({ people, history: [{ type: 'post', id: 'p1', author: 'u1', kind: 'status', body, createdAt }] });

    expect(problems).toEqual([]);
  });

  it('is refused while another one runs', async () => {
    const other = ground.dataSource.createQueryRunner();
    await other.query('SELECT pg_advisory_lock($1)', [importLock]);
    try {
      await expect(runFiles({ people })).rejects.toThrow('Another import is running on this database: wait until it is done.');
    } finally {
      await other.query('SELECT pg_advisory_unlock_all()');
      await other.release();
    }
  });

  it('says which columns it ignores, and refuses files that it cannot use', async () => {
    const { said } = await runFiles({ people: 'identifier,surname,salary\nu1,A,1\n' });
    expect(said).toContain('hr.csv: these columns are ignored: "salary".');

    await expect(runFiles({ people: 'identifier,name\nu2,B\n' })).rejects.toThrow('hr.csv has no column surname');
  });
});
