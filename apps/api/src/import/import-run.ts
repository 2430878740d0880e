import { rollUp } from '@parvis/engagement/server';
import type { DataSource } from 'typeorm';
import { importHistoryFile } from './import-history.ts';
import { importPeopleFile } from './import-people.ts';
import type { ImportProgress } from './import-progress.ts';
import { ImportReport } from './import-report.ts';
import { ImportSession } from './import-session.ts';
import { openTextFile } from './text-file.ts';

export interface ImportRequest {
  /** Path of the HR export. */
  people: string | null;
  /** Path of the history. */
  history: string | null;
  dryRun: boolean;
}

/** What the parts of an import share. */
export interface ImportRun {
  session: ImportSession;
  report: ImportReport;
  progress: ImportProgress;
  stopping: AbortSignal;
}

/** Brings a company in, people before history. Throws StartFault when a file cannot be used at all; single bad lines are in the report. */
export async function runImport(dataSource: DataSource, request: ImportRequest, told: { progress: ImportProgress; stopping: AbortSignal }): Promise<ImportReport> {
  const people = request.people === null ? null : await openTextFile(request.people, 'detected');
  const history = request.history === null ? null : await openTextFile(request.history, 'UTF-8');
  const session = await ImportSession.open(dataSource, request);
  const report = new ImportReport(told.progress.say);
  try {
    const run = { session, report, ...told };
    if (people) await importPeopleFile(run, people);
    if (history) await importHistoryFile(run, history);
    if (history) await session.nameMissingAnimators(told.progress.say);
    if (!request.dryRun && report.hasChanges) {
      told.progress.say('Refreshing the statistics of the database…');
      await session.tidy();
      told.progress.say('Bringing the indicators up to date…');
      await rollUp(dataSource);
    }
    return report;
  } finally {
    told.progress.end();
    await session.close();
  }
}
