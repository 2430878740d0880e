import { importPeople, linkManagers, type ImportedPerson } from '@parvis/people/server';
import type { ImportProblem } from '@parvis/platform/server';
import { quoted } from './field-rules.ts';
import { hrRowsOf, type HrHeader, type HrRow } from './hr-file.ts';
import { readHrRow } from './hr-row.ts';
import { inBatches } from './in-batches.ts';
import type { ImportRun } from './import-run.ts';
import type { TextFile } from './text-file.ts';

const delimiterNames: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

/** Brings an HR export in: the people batch by batch, then who is whose manager. */
export async function importPeopleFile(run: ImportRun, file: TextFile): Promise<void> {
  const lineOf = new Map<string, number>();
  run.progress.begin(file.name, file.size);
  const rows = hrRowsOf(file, { header: (header) => describe(run, file, header), read: (bytes) => run.progress.read(bytes) });
  await inBatches(rows, run.stopping, (batch) => {
    const { people, problems } = checked(batch, lineOf);
    const write = async (): Promise<void> => {
      const outcome = await run.session.batch('first', (manager) => importPeople(manager, people));
      run.report.written('person', people.length, outcome);
      run.report.refused('person', problems.length);
      run.report.tell(file.name, [...problems, ...outcome.problems]);
      run.progress.wrote(batch.length);
    };
    return [write];
  });
  run.report.tell(file.name, await run.session.batch('first', (manager) => linkManagers(manager, lineOf)));
}

function describe(run: ImportRun, file: TextFile, { delimiter, ignored }: HrHeader): void {
  run.progress.say(`${file.name} is read as ${file.encoding} with ${delimiterNames[delimiter]}.`);
  if (ignored.length > 0) run.progress.say(`${file.name}: these columns are ignored: ${ignored.map(quoted).join(', ')}.`);
}

function checked(rows: readonly HrRow[], lineOf: Map<string, number>): { people: ImportedPerson[]; problems: ImportProblem[] } {
  const people: ImportedPerson[] = [];
  const problems: ImportProblem[] = [];
  for (const { line, cells, reason } of rows) {
    const read = cells ? readHrRow(line, cells) : { reason };
    if (!('person' in read)) {
      problems.push({ line, reason: read.reason });
      continue;
    }
    const { identifier } = read.person;
    const first = lineOf.get(identifier);
    if (first !== undefined) problems.push({ line, reason: `identifier ${quoted(identifier)} was on line ${first} already` });
    else {
      lineOf.set(identifier, line);
      people.push(read.person);
    }
  }
  return { people, problems };
}
