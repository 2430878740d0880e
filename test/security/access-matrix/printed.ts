import type { Cell, MeasuredRow } from './measure.ts';
import { columns } from './row.ts';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** What came; where something else was expected, both. */
const shown = ({ expected, observed }: Cell): string => (expected === observed ? observed : `**${observed}**, expected ${expected}`);

/** The matrix as a Markdown table. */
export function printed(measured: readonly MeasuredRow[]): string {
  const different = measured.flatMap(({ cells }) => cells.filter(({ expected, observed }) => expected !== observed)).length;
  return [
    `# Access matrix: ${measured.length} rows, ${measured.length * columns.length} cells, ${different} not as expected`,
    '',
    '`yes`: answered or done. `inside`: with words of a closed or secret community. `empty`, `null`: as for what is not there. Else the code of the refusal.',
    '',
    line(['', ...columns]),
    line(['---', ...columns.map(() => '---')]),
    ...measured.map(({ row, cells }) => line([`\`${row.name}\``, ...cells.map(shown)])),
    '',
  ].join('\n');
}
