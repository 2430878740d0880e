import { StartFault } from '../../start/start-fault.ts';
import { fileOf, peakMegabytes, runImportCommand } from '../import-command.ts';
import { importSkills, type SkillsReport, type SkillsRequest } from './import-skills.ts';

const help = `npm run skills:import -- --fr skills_fr.csv --en skills_en.csv [--broader broaderRelationsSkillPillar.csv] [--dry-run]

Brings the skills of an edition of ESCO in, the European classification (esco.ec.europa.eu, Download, CSV, the same edition in French and in English).
Running it again changes nothing. Skills that a newer edition has given up go, unless somebody has them: then they stay, and are suggested no more.

  --fr, --en  ESCO's files of skills: CSV in UTF-8. Columns: conceptUri and preferredLabel (required), altLabels, hiddenLabels (a synonym on each line), status.
  --broader   which skill is part of which other. Columns: conceptUri, broaderUri. Relations to groups of skills are passed over.
  --dry-run   only reports: everything is tried in one transaction that is then taken back.

Ends with 0 when all went in, 2 when lines were left out (each is told with its number and reason), 1 when nothing could be done.
`;

/** Brings an edition of the taxonomy of skills in from files. */
await runImportCommand<SkillsRequest>({
  help,
  options: { fr: { type: 'string' }, en: { type: 'string' }, broader: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  requestOf: (values) => {
    const [fr, en] = [fileOf(values['fr']), fileOf(values['en'])];
    if (!fr || !en) throw new StartFault(`Both languages are needed: give --fr and --en.\n\n${help}`);
    return { fr, en, broader: fileOf(values['broader']), dryRun: values['dry-run'] === true };
  },
  run: async (dataSource, request, told) => {
    const report = await importSkills(dataSource, request, told);
    return { summary: (tookMs) => summaryOf(report, request, tookMs), hasProblems: report.bad > 0 };
  },
});

function summaryOf(report: SkillsReport, { dryRun }: SkillsRequest, tookMs: number): string[] {
  const number = (value: number): string => value.toLocaleString('en').padStart(12);
  const unchanged = report.told - report.added - report.changed;
  const rows = { told: report.told, added: report.added, changed: report.changed, unchanged, retired: report.retired, removed: report.removed };
  return [
    dryRun ? 'Dry run: nothing was kept. With a real one:' : 'Skills:',
    ...Object.entries(rows).map(([what, count]) => `  ${what.padEnd(12)}${number(count)}`),
    `  ${report.recognised.toLocaleString('en')} entries of profiles mean a skill of the taxonomy now.`,
    `${report.lines.toLocaleString('en')} lines, ${report.bad.toLocaleString('en')} of them bad, in ${(tookMs / 1000).toFixed(1)} s, at most ${peakMegabytes()} MB of memory.`,
  ];
}
