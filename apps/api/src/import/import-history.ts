import type { ImportProblem } from '@parvis/platform/server';
import { quoted } from './field-rules.ts';
import { writeAnswers, writePosts, type HistoryLine, type HistoryOutcomes } from './history-batch.ts';
import type { HistoryType } from './history-record.ts';
import { readHistoryLine } from './history-line.ts';
import { inBatches } from './in-batches.ts';
import type { ImportRun } from './import-run.ts';
import { SeenIds } from './seen-ids.ts';
import { linesOf, type TextFile, type TextLine } from './text-file.ts';

const unreadable = 'unreadable';

/**
 * Brings the history of an earlier network in, batch by batch. PostgreSQL writes the answers of one batch while it already writes the posts of
 * the next: most of its work is reading texts for search, and that takes a processor each.
 */
export async function importHistoryFile(run: ImportRun, file: TextFile): Promise<void> {
  const seen = new SeenIds();
  run.progress.begin(file.name, file.size);
  const lines = linesOf(file, (bytes) => run.progress.read(bytes));
  await inBatches(lines, run.stopping, (batch) => {
    const { sound, problems } = checked(batch, seen);
    const outcomes: [string, HistoryOutcomes[HistoryType]][] = [];
    return [
      async () => void outcomes.push(...Object.entries(await run.session.batch('first', (manager) => writePosts(manager, sound)))),
      async () => {
        outcomes.push(...Object.entries(await run.session.batch('second', (manager) => writeAnswers(manager, sound))));
        for (const [type, outcome] of outcomes) if (outcome?.lines) run.report.written(type, outcome.lines, outcome);
        for (const { type } of problems) run.report.refused(type, 1);
        run.report.tell(file.name, [...problems, ...outcomes.flatMap(([, outcome]) => outcome?.problems ?? [])]);
        run.progress.wrote(batch.length);
      },
    ];
  });
}

function checked(lines: readonly TextLine[], seen: SeenIds): { sound: HistoryLine[]; problems: (ImportProblem & { type: string })[] } {
  const sound: HistoryLine[] = [];
  const problems: (ImportProblem & { type: string })[] = [];
  for (const { number: line, text, reason } of lines) {
    if (text?.trim() === '') continue;
    const read = text === undefined ? { type: null, reason } : readHistoryLine(text);
    if (!('record' in read)) problems.push({ line, type: read.type ?? unreadable, reason: read.reason });
    else if ('id' in read.record && !seen.add(read.record.type, read.record.id)) {
      problems.push({ line, type: read.record.type, reason: `id ${quoted(read.record.id)} was on an earlier line already` });
    } else sound.push({ line, record: read.record });
  }
  return { sound, problems };
}
