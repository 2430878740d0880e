import type { EntityManager } from 'typeorm';

/** Why a line of a file did not go in; the reason is an English clause without its full stop. */
export interface ImportProblem {
  line: number;
  reason: string;
}

/** What became of the rows of one batch; those that are not counted were there already. */
export interface ImportOutcome {
  added: number;
  changed: number;
  problems: ImportProblem[];
}

/**
 * Last part of an import statement. Before it stand `resolved`, the lines with their references and a `problem` (null: sound), and `added`,
 * one row for each that went in.
 */
export const importOutcome = `
  SELECT (SELECT count(*)::int FROM added) AS added,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('line', line, 'reason', problem)), '[]') FROM resolved WHERE problem IS NOT NULL) AS problems`;

/** Runs an import statement that ends with `importOutcome`; its `$1` is the rows, as jsonb. */
export async function importRows(manager: EntityManager, statement: string, rows: readonly object[], parameters: unknown[] = []): Promise<ImportOutcome> {
  if (rows.length === 0) return { added: 0, changed: 0, problems: [] };
  const [outcome]: { added: number; problems: ImportProblem[] }[] = await manager.query(statement, [JSON.stringify(rows), ...parameters]);
  if (!outcome) throw new Error('PostgreSQL returned no outcome for an import.');
  return { ...outcome, changed: 0 };
}

/**
 * Parts lines that may refer to each other into waves, each of which refers to earlier ones alone: what a line refers to stands before it. What
 * is not among them is in already, or unknown.
 */
export function inWaves<Line extends { id: string }>(lines: readonly Line[], refersTo: (line: Line) => readonly (string | null)[]): Line[][] {
  const waves: Line[][] = [];
  const waveOf = new Map<string, number>();
  for (const line of lines) {
    const wave = 1 + Math.max(-1, ...refersTo(line).map((id) => (id === null ? -1 : (waveOf.get(id) ?? -1))));
    waveOf.set(line.id, wave);
    (waves[wave] ??= []).push(line);
  }
  return waves;
}

/** What became of the lines of several statements together. */
export function inAll(outcomes: readonly ImportOutcome[]): ImportOutcome {
  const sum = (part: 'added' | 'changed'): number => outcomes.reduce((total, outcome) => total + outcome[part], 0);
  return { added: sum('added'), changed: sum('changed'), problems: outcomes.flatMap(({ problems }) => problems) };
}
