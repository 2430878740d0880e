import { csvLine, type Row } from './cells.ts';

/** What a campaign gives away, a file each. */
export const exportParts = ['ideas', 'votes', 'results', 'jury', 'answers', 'projects'] as const;
export type ExportPart = (typeof exportParts)[number];

/** Columns by name, in their order; the same names in JSON. People stand there by their identifier in the company, ideas by their `id`, rich text as Markdown. */
export const columnsOf: Record<ExportPart, readonly string[]> = {
  ideas: ['id', 'state', 'authors', 'title', 'problem', 'proposal', 'benefit', 'benefitAmount', 'benefitUnit', 'cost', 'effort', 'tags', 'lookingFor', 'submittedAt', 'supportCount', 'mergedInto', 'archiveReason', 'files'],
  votes: ['ballot', 'idea', 'mark', 'otherIdea', 'preferredIdea', 'person'],
  results: ['ballot', 'rank', 'idea', 'title', 'votes', 'mean', 'grades', 'median', 'points', 'isFunded', 'envelope', 'cost', 'share', 'wins'],
  jury: ['rank', 'idea', 'title', 'mean', 'rawMean', 'jurors', 'comments'],
  answers: ['idea', 'title', 'outcome', 'reason', 'signedBy', 'signedAs', 'answeredAt', 'link', 'otherIdea'],
  projects: ['idea', 'title', 'owner', 'begunAt', 'firstEndsOn', 'endsOn', 'percentage', 'milestones', 'deliveredOn', 'result', 'unit', 'expectedAmount', 'measuredAmount', 'measuredHow', 'measuredAt'],
};

export type Delimiter = ',' | ';';

/** Without it, spreadsheets take UTF-8 for Windows-1252. */
const byteOrderMark = '\uFEFF';

export async function* asCsv(part: ExportPart, pages: AsyncIterable<readonly Row[]>, delimiter: Delimiter): AsyncGenerator<string> {
  const columns = columnsOf[part];
  yield byteOrderMark + csvLine(columns, delimiter);
  for await (const rows of pages) yield rows.map((row) => csvLine(columns.map((column) => row[column] ?? null), delimiter)).join('');
}

/** A list of objects, one a line. */
export async function* asJson(part: ExportPart, pages: AsyncIterable<readonly Row[]>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const rows of pages) {
    for (const row of rows) {
      yield before + JSON.stringify(Object.fromEntries(columnsOf[part].map((column) => [column, row[column] ?? null])));
      before = ',\n';
    }
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
