import type { EntityManager } from 'typeorm';
import type { DepartmentTree, FormerTree } from '../gate/department-tree.ts';
import type { Day } from '../period/day.ts';
import { departmentTree, type Member } from './department-tree.ts';
import { sinceNumber } from './standing.ts';

/** From a day on, counted from 1970, a department is part of another; null: of none. */
interface Above {
  since: number;
  above: string | null;
}

/**
 * The tree of departments over time. What a period is told by must not change afterwards: a department is noted when it is first seen, for all time before too, and
 * under another one from the first day of the next month on.
 */
export class DatedTrees {
  /** The days on which some department came below another one. */
  private readonly changes: readonly number[];
  private readonly read = new Map<number, DepartmentTree>();

  constructor(
    /** For departments that are not noted yet. */
    private readonly now: DepartmentTree,
    private readonly noted: ReadonlyMap<string, readonly Above[]>,
  ) {
    this.changes = [...new Set([...noted.values()].flatMap((course) => course.map(({ since }) => since)))].sort((one, other) => one - other);
  }

  /** The tree of the last day of a period, and those that held before it. */
  of(first: number, last: number): { tree: DepartmentTree; formerTrees: FormerTree[] } {
    const days = this.changes.filter((change) => change > first && change <= last);
    return { tree: this.on(last), formerTrees: days.map((day) => ({ tree: this.on(day - 1), until: day - first })) };
  }

  /** The same for the days between two changes. */
  private on(day: number): DepartmentTree {
    const since = Math.max(-Infinity, ...this.changes.filter((change) => change <= day));
    const tree = this.read.get(since) ?? this.treeOn(day);
    this.read.set(since, tree);
    return tree;
  }

  private treeOn(day: number): DepartmentTree {
    return {
      parentOf: (department) => {
        const course = this.noted.get(department);
        return course ? (course.findLast(({ since }) => since <= day)?.above ?? null) : this.now.parentOf(department);
      },
    };
  }
}

const membersSql = `SELECT id, manager_id AS "managerId", department FROM person WHERE deactivated_at IS NULL`;

export async function datedTreesOf(manager: EntityManager): Promise<DatedTrees> {
  const [members, rows]: [Member[], { department: string; since: Day | '-infinity'; above: string | null }[]] = await Promise.all([
    manager.query(membersSql),
    manager.query('SELECT department, since::text, above FROM engagement_department ORDER BY department, since'),
  ]);
  const noted = Map.groupBy(rows.map((row) => ({ ...row, since: sinceNumber(row.since) })), ({ department }) => department);
  return new DatedTrees(departmentTree(members), noted);
}

/** Notes departments that are new, and those that are part of another one now. `today` tells of which month the next one is. */
export async function noteDepartments(manager: EntityManager, today: Day): Promise<void> {
  const members: Member[] = await manager.query(membersSql);
  const tree = departmentTree(members);
  const names = [...new Set(members.flatMap(({ department }) => department ?? []))];
  await manager.query(
    `INSERT INTO engagement_department (department, since, above)
     SELECT told.department, CASE WHEN last.department IS NULL THEN '-infinity' ELSE (date_trunc('month', $3::date) + interval '1 month')::date END, told.above
     FROM unnest($1::text[], $2::text[]) AS told (department, above)
     LEFT JOIN LATERAL (SELECT * FROM engagement_department known WHERE known.department = told.department ORDER BY since DESC LIMIT 1) last ON true
     WHERE last.department IS NULL OR last.above IS DISTINCT FROM told.above
     ON CONFLICT (department, since) DO UPDATE SET above = excluded.above`,
    [names, names.map((name) => tree.parentOf(name)), today],
  );
}
