import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { importStarterSkills } from '@parvis/people/server';
import { importSkills } from './import-skills.ts';
import { importGround, listening } from '../testing/import-ground.ts';

const ground = importGround(['skill', 'person']);

const uri = (name: string): string => `http://data.example/skill/${name}`;
const header = 'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,description';
const row = (name: string, label: string, synonyms = ''): string => `KnowledgeSkillCompetence,${uri(name)},knowledge,cross-sector,${label},"${synonyms}",`;
const fr = [header, row('ml', 'apprentissage automatique', 'apprentissage machine\nAA'), row('arc', 'soudure à l’arc'), row('weld', 'soudage')];
const en = [header, row('ml', 'machine learning', 'ML\nstatistical learning'), row('arc', 'arc welding'), row('weld', 'welding')];
const broader = ['conceptType,conceptUri,broaderType,broaderUri', `K,${uri('arc')},K,${uri('weld')}`, `K,${uri('ml')},SkillGroup,${uri('group-of-skills')}`];

async function run(files: { fr: string[]; en: string[]; broader?: string[] }, { dryRun = false } = {}) {
  const { told, said } = listening();
  const paths = { fr: join(ground.folder, 'fr.csv'), en: join(ground.folder, 'en.csv'), broader: join(ground.folder, 'broader.csv') };
  for (const [name, lines] of Object.entries(files)) await writeFile(paths[name as keyof typeof paths], (lines as string[]).join('\n'));
  const report = await importSkills(ground.dataSource, { ...paths, broader: files.broader ? paths.broader : null, dryRun }, told);
  return { report, problems: said.filter((line) => / line \d+: /.test(line)) };
}

const everything = async (): Promise<unknown[]> =>
  Promise.all(['skill', 'skill_label', 'skill_broader'].map((table) => ground.dataSource.query(`SELECT xmin, ${table}.* FROM ${table} ORDER BY ${table}::text`)));
const labelsOf = (name: string): Promise<{ language: string; label: string; preferred: boolean }[]> =>
  ground.dataSource.query(`SELECT language, label, is_preferred AS preferred FROM skill_label JOIN skill ON id = skill_id WHERE uri = $1 ORDER BY language DESC, is_preferred DESC, folded`, [uri(name)]);

describe('an edition of the taxonomy', () => {
  it('joins both languages by the address of the skill, synonyms included', async () => {
    const { report, problems } = await run({ fr, en, broader });
    expect(problems).toEqual([]);
    expect(report).toMatchObject({ told: 3, added: 3, changed: 0, retired: 0, removed: 0, lines: 8, bad: 0 });
    expect(await labelsOf('ml')).toEqual([
      { language: 'fr', label: 'apprentissage automatique', preferred: true },
      { language: 'fr', label: 'AA', preferred: false },
      { language: 'fr', label: 'apprentissage machine', preferred: false },
      { language: 'en', label: 'machine learning', preferred: true },
      { language: 'en', label: 'ML', preferred: false },
      { language: 'en', label: 'statistical learning', preferred: false },
    ]);
    expect(await ground.dataSource.query(`SELECT narrow.uri AS narrow, broad.uri AS broad FROM skill_broader JOIN skill narrow ON narrow.id = skill_id JOIN skill broad ON broad.id = broader_id`)).toEqual([
      { narrow: uri('arc'), broad: uri('weld') },
    ]);
  });

  it('touches no row when it comes again, and none in a dry run', async () => {
    await run({ fr, en, broader }, { dryRun: true });
    expect(await ground.dataSource.query('SELECT count(*)::int FROM skill')).toEqual([{ count: 0 }]);

    await run({ fr, en, broader });
    const before = await everything();
    const { report } = await run({ fr, en, broader });
    expect(report).toMatchObject({ added: 0, changed: 0, retired: 0, removed: 0 });
    expect(await everything()).toEqual(before);
  });

  it('keeps what a newer one has given up for those who have it, and brings it back when it returns', async () => {
    await run({ fr, en, broader });
    await ground.dataSource.query(`INSERT INTO person (id, identifier, given_name, surname, display_name, sort_name, roles, created_at, updated_at)
      VALUES ('00000000-0000-7000-8000-000000000001', 'u1', '', 'A', 'A', 'a', '{employee}', now(), now())`);
    await ground.dataSource.query(`INSERT INTO person_skill (id, person_id, skill_id, words, folded, position)
      SELECT gen_random_uuid(), '00000000-0000-7000-8000-000000000001', id, 'ML', 'ml', 0 FROM skill WHERE uri = $1`, [uri('ml')]);

    const newer = { fr: [header, row('weld', 'soudage et brasage')], en: [header, row('weld', 'welding')] };
    expect((await run(newer)).report).toMatchObject({ told: 1, added: 0, changed: 1, retired: 1, removed: 1 });
    expect(await ground.dataSource.query('SELECT uri, retired_at IS NOT NULL AS retired FROM skill ORDER BY uri')).toEqual([{ uri: uri('ml'), retired: true }, { uri: uri('weld'), retired: false }]);
    expect((await labelsOf('weld')).map(({ label }) => label)).toEqual(['soudage et brasage', 'welding']);

    expect((await run({ fr, en })).report).toMatchObject({ added: 1, changed: 2 });
    expect(await ground.dataSource.query('SELECT 1 FROM skill WHERE retired_at IS NOT NULL')).toEqual([]);
  });

  it('takes over the skills that came with Parvis, with their synonyms, and leaves those of the company alone', async () => {
    await importStarterSkills(ground.dataSource.manager, [{ fr: ['apprentissage automatique', 'apprentissage statistique'], en: ['Machine learning', 'predictive models'] }]);
    const [{ id }] = await ground.dataSource.query('SELECT id FROM skill');
    await ground.dataSource.query(`INSERT INTO skill (id, origin) VALUES (gen_random_uuid(), 'company')`);

    const { report } = await run({ fr, en });
    expect(report).toMatchObject({ told: 3, added: 2, changed: 1, removed: 0 });
    expect(await ground.dataSource.query('SELECT uri, origin FROM skill WHERE id = $1', [id])).toEqual([{ uri: uri('ml'), origin: 'edition' }]);
    expect((await labelsOf('ml')).map(({ label }) => label)).toEqual(expect.arrayContaining(['apprentissage statistique', 'predictive models', 'machine learning', 'AA']));
    expect(await ground.dataSource.query(`SELECT 1 FROM skill WHERE origin = 'company'`)).toHaveLength(1);
    expect((await run({ fr, en })).report).toMatchObject({ added: 0, changed: 0 });
  });

  it('recognises what people had written in their own words', async () => {
    await ground.dataSource.query(`INSERT INTO person (id, identifier, given_name, surname, display_name, sort_name, roles, created_at, updated_at)
      VALUES ('00000000-0000-7000-8000-000000000001', 'u1', '', 'A', 'A', 'a', '{employee}', now(), now())`);
    await ground.dataSource.query(`INSERT INTO person_skill (id, person_id, words, folded, position)
      SELECT gen_random_uuid(), '00000000-0000-7000-8000-000000000001', words, skill_key(words), 0 FROM unnest('{Apprentissage  Machine,Poterie}'::text[]) words`);

    expect((await run({ fr, en })).report.recognised).toBe(1);
    expect(await ground.dataSource.query('SELECT words, uri FROM person_skill LEFT JOIN skill ON skill.id = skill_id ORDER BY words')).toEqual([
      { words: 'Apprentissage  Machine', uri: uri('ml') },
      { words: 'Poterie', uri: null },
    ]);
  });

  it.each([
    ['no address', 'K,nonsense,knowledge,x,mosaïque,,', /^fr\.csv line 5: conceptUri "nonsense" is not a web address\.$/],
    ['no word', row('bare', ''), /^fr\.csv line 5: preferredLabel is empty\.$/],
    ['a word too long', row('long', 'x'.repeat(251)), /line 5: preferredLabel .* is longer than 250 characters/],
    ['a synonym too long', row('long', 'mosaïque', 'x'.repeat(251)), /line 5: altLabels .* has an entry of more than 250 characters/],
    ['an address that came before', row('ml', 'mosaïque'), /line 5: conceptUri "http:\/\/data\.example\/skill\/ml" was on line 2 already/],
    ['a cell too many', `${row('more', 'mosaïque')},more`, /line 5: the row has 8 cells and the header 7/],
  ])('leaves out a line with %s, tells its number, and takes the others', async (_what, line, problem) => {
    const synonymsTakeALine = fr.toSpliced(1, 1, row('ml', 'apprentissage automatique'));
    const { report, problems } = await run({ fr: [...synonymsTakeALine, line], en });
    expect(problems).toEqual([expect.stringMatching(problem)]);
    expect(report).toMatchObject({ told: 3, added: 3, bad: 1 });
  });

  it.each([
    ['another file', ['a,b', '1,2'], /has no column conceptUri/],
    ['an empty one', [''], /is empty|has no column/],
    ['no skill at all', [header], /tells a skill: nothing was changed/],
  ])('refuses %s without losing what is there', async (_what, lines, refusal) => {
    await run({ fr, en });
    await expect(run({ fr: lines, en: lines })).rejects.toThrow(refusal);
    expect(await ground.dataSource.query('SELECT count(*)::int FROM skill')).toEqual([{ count: 3 }]);
  });
});
