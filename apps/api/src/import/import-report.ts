import type { ImportOutcome, ImportProblem } from '@parvis/platform/server';

interface Count {
  lines: number;
  added: number;
  changed: number;
  /** Left out. */
  bad: number;
}

/** Counts what became of the lines and says at once which of them are wrong. */
export class ImportReport {
  private readonly counts = new Map<string, Count>();
  private problems = 0;

  constructor(private readonly say: (line: string) => void) {}

  get hasProblems(): boolean {
    return this.problems > 0;
  }

  get hasChanges(): boolean {
    return [...this.counts.values()].some(({ added, changed }) => added + changed > 0);
  }

  get lines(): number {
    return [...this.counts.values()].reduce((sum, { lines }) => sum + lines, 0);
  }

  /** Lines of one type that were written; those that have a problem were left out. */
  written(type: string, lines: number, { added, changed, problems }: ImportOutcome): void {
    this.add(type, { lines, added, changed, bad: problems.length });
  }

  /** Lines that did not get as far as that. */
  refused(type: string, lines: number): void {
    if (lines > 0) this.add(type, { lines, added: 0, changed: 0, bad: lines });
  }

  /** Says the problems of a batch, in the order of the lines. */
  tell(file: string, problems: readonly ImportProblem[]): void {
    this.problems += problems.length;
    for (const { line, reason } of problems.toSorted((a, b) => a.line - b.line)) this.say(`${file} line ${line}: ${reason}.`);
  }

  count(type: string): Readonly<Count> {
    return this.counts.get(type) ?? { lines: 0, added: 0, changed: 0, bad: 0 };
  }

  /** A table, one line for each type. */
  summary(): string[] {
    const header = ['', 'lines', 'added', 'changed', 'unchanged', 'bad'];
    const rows = [...this.counts].map(([type, { lines, added, changed, bad }]) => [type, ...[lines, added, changed, lines - added - changed - bad, bad].map((n) => n.toLocaleString('en'))]);
    return [header, ...rows].map(([type = '', ...cells]) => `  ${type.padEnd(12)}${cells.map((cell) => cell.padStart(12)).join('')}`);
  }

  private add(type: string, more: Count): void {
    const count = this.counts.get(type) ?? { lines: 0, added: 0, changed: 0, bad: 0 };
    this.counts.set(type, {
      lines: count.lines + more.lines,
      added: count.added + more.added,
      changed: count.changed + more.changed,
      bad: count.bad + more.bad,
    });
  }
}
