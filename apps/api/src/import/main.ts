import { StartFault } from '../start/start-fault.ts';
import { fileOf, peakMegabytes, runImportCommand } from './import-command.ts';
import type { ImportReport } from './import-report.ts';
import { runImport, type ImportRequest } from './import-run.ts';

const help = `npm run import -- [--people hr.csv] [--history network.jsonl] [--dry-run]

Brings a company into Parvis. Running it again changes nothing that is in already.

  --people   the HR export: CSV with a header, UTF-8 or Windows-1252, comma or semicolon. Columns: identifier and surname (required), mail,
             givenName, title, department, managerIdentifier, skills (parted by |), location, hiredOn (YYYY-MM-DD).
  --history  the history of an earlier network, a JSON object a line: community, membership, follow, tag-follow, post, poll-vote, event-reply,
             reading, comment, vote, reaction, wiki-page. README.md and apps/api/src/import/README.md have examples.
  --dry-run  only reports: everything is tried in one transaction that is then taken back.

Ends with 0 when all went in, 2 when lines were left out (each is told with its number and reason), 1 when nothing could be done.
`;

/** Brings a company in from files: its people from HR, its history from an earlier network. */
await runImportCommand<ImportRequest>({
  help,
  options: { people: { type: 'string' }, history: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  requestOf: ({ people, history, 'dry-run': dryRun }) => {
    if (!people && !history) throw new StartFault(`Nothing to import: give --people, --history or both.\n\n${help}`);
    return { people: fileOf(people), history: fileOf(history), dryRun: dryRun === true };
  },
  run: async (dataSource, request, told) => {
    const report = await runImport(dataSource, request, told);
    return { summary: (tookMs) => summaryOf(report, request, tookMs), hasProblems: report.hasProblems };
  },
});

function summaryOf(report: ImportReport, { dryRun }: ImportRequest, tookMs: number): string[] {
  const seconds = tookMs / 1000;
  const rate = Math.round(report.lines / seconds).toLocaleString('en');
  return [
    dryRun ? 'Dry run: nothing was kept. With a real one:' : 'Imported:',
    ...report.summary(),
    `${seconds.toFixed(1)} s, ${rate} lines a second, at most ${peakMegabytes()} MB of memory.`,
  ];
}
