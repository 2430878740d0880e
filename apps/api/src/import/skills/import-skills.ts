import { SkillEdition, type BroaderSkill, type EditionOutcome, type ToldSkill } from '@parvis/people/server';
import type { ImportProblem } from '@parvis/platform/server';
import type { DataSource } from 'typeorm';
import { StartFault } from '../../start/start-fault.ts';
import { csvRowsOf, type CsvColumns, type CsvRow } from '../csv-file.ts';
import { quoted } from '../field-rules.ts';
import type { ImportProgress } from '../import-progress.ts';
import { importLock, prepareForBulk } from '../import-session.ts';
import { openTextFile, type TextFile } from '../text-file.ts';
import { broaderColumns, readBroaderRow, readSkillRow, requiredSkillColumns, skillColumns } from './skill-row.ts';

export interface SkillsRequest {
  /** Paths of ESCO’s files of skills, one for each language. */
  fr: string;
  en: string;
  /** Path of its file of relations. */
  broader: string | null;
  dryRun: boolean;
}

export interface SkillsReport extends EditionOutcome {
  lines: number;
  bad: number;
}

interface Run {
  edition: SkillEdition;
  progress: ImportProgress;
  stopping: AbortSignal;
  report: { lines: number; bad: number };
}

/**
 * Brings an edition of ESCO in, all in one transaction: the taxonomy is never half of one edition. Throws StartFault when a file cannot be used at
 * all, or tells no skill; single bad lines are told and left out.
 */
export async function importSkills(dataSource: DataSource, request: SkillsRequest, told: { progress: ImportProgress; stopping: AbortSignal }): Promise<SkillsReport> {
  const files = { fr: await openTextFile(request.fr, 'UTF-8'), en: await openTextFile(request.en, 'UTF-8') };
  const broader = request.broader === null ? null : await openTextFile(request.broader, 'UTF-8');
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await prepareForBulk(runner.manager);
    const [lock]: { locked: boolean }[] = await runner.query('SELECT pg_try_advisory_xact_lock($1) AS locked', [importLock]);
    if (!lock?.locked) throw new StartFault('Another import is running on this database: wait until it is done.');
    const run: Run = { edition: await SkillEdition.open(runner.manager), ...told, report: { lines: 0, bad: 0 } };
    const uris = new Set([...(await readSkills(run, files.fr, 'fr')), ...(await readSkills(run, files.en, 'en'))]);
    // Whoever mixes up two files must not lose the taxonomy by it.
    if (uris.size === 0) throw new StartFault(`Neither ${files.fr.name} nor ${files.en.name} tells a skill: nothing was changed.`);
    if (broader) await readBroader(run, broader);
    told.progress.say('Comparing with the skills that are there…');
    const outcome = await run.edition.apply();
    await (request.dryRun ? runner.rollbackTransaction() : runner.commitTransaction());
    if (!request.dryRun && outcome.added + outcome.changed > 0) await runner.query('ANALYZE skill, skill_label, skill_broader, person_skill');
    return { ...outcome, ...run.report };
  } finally {
    told.progress.end();
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}

async function readSkills(run: Run, file: TextFile, language: 'fr' | 'en'): Promise<Iterable<string>> {
  const lineOf = new Map<string, number>();
  await readRows(run, file, { known: skillColumns, required: requiredSkillColumns }, async (rows) => {
    const skills: ToldSkill[] = [];
    const problems: ImportProblem[] = [];
    for (const { line, cells, reason } of rows) {
      const read = cells ? readSkillRow(cells) : { reason };
      if (!('skill' in read)) problems.push({ line, reason: read.reason });
      else if (read.skill) {
        const first = lineOf.get(read.skill.uri);
        if (first === undefined) skills.push(read.skill);
        else problems.push({ line, reason: `conceptUri ${quoted(read.skill.uri)} was on line ${first} already` });
        lineOf.set(read.skill.uri, first ?? line);
      }
    }
    await run.edition.tell(language, skills);
    return problems;
  });
  return lineOf.keys();
}

async function readBroader(run: Run, file: TextFile): Promise<void> {
  await readRows(run, file, { known: broaderColumns, required: broaderColumns }, async (rows) => {
    const relations: BroaderSkill[] = [];
    const problems: ImportProblem[] = [];
    for (const { line, cells, reason } of rows) {
      const read = cells ? readBroaderRow(cells) : { reason };
      if ('relation' in read) relations.push(read.relation);
      else problems.push({ line, reason: read.reason });
    }
    await run.edition.tellBroader(relations);
    return problems;
  });
}

/** Hands the rows of a file over group by group, and tells what is wrong with them. */
async function readRows<Column extends string>(run: Run, file: TextFile, columns: CsvColumns<Column>, write: (rows: CsvRow<Column>[]) => Promise<ImportProblem[]>): Promise<void> {
  run.progress.begin(file.name, file.size);
  for await (const rows of csvRowsOf(file, columns, { header: () => undefined, read: (bytes) => run.progress.read(bytes) })) {
    if (run.stopping.aborted) throw new StartFault('Stopped: nothing was changed.');
    const problems = await write(rows);
    run.report.lines += rows.length;
    run.report.bad += problems.length;
    for (const { line, reason } of problems.toSorted((a, b) => a.line - b.line)) run.progress.say(`${file.name} line ${line}: ${reason}.`);
    run.progress.wrote(rows.length);
  }
}
