import type { TieDay } from '../tie/tie-day.ts';
import type { DepartmentGroups } from './department-groups.ts';

/** How many ties go from each group of departments to each. */
export interface CrossingMatrix {
  /** Departments that may be told apart, by name; null: all others together. */
  groups: (string | null)[];
  /** By the group that gives, then by the one that receives. */
  ties: number[][];
}

/** `at`: by the number of a place in the roll-ups, which place of the publication it is. */
export function matrixOf(days: Iterable<{ day: number; ties: TieDay }>, from: number, at: ReadonlyMap<number, number | undefined>, { names, groupOf: groups }: DepartmentGroups): CrossingMatrix {
  const size = names.length + 1;
  const groupOf = new Int32Array([...at.keys()].reduce((greatest, id) => Math.max(greatest, id), 0) + 1).fill(-1);
  for (const [id, place] of at) if (place !== undefined) groupOf[id] = groups[place] === -1 ? names.length : (groups[place] as number);
  const counts = new Float64Array(size * size);
  for (const { day, ties } of days) {
    for (let i = 0; i < ties.from.length; i += 1) {
      const [giver, receiver] = [groupOf[ties.from[i] as number] as number, groupOf[ties.to[i] as number] as number];
      if ((ties.gap[i] as number) <= day - from || giver < 0 || receiver < 0) continue;
      const cell = giver * size + receiver;
      counts[cell] = (counts[cell] as number) + 1;
    }
  }
  const rows = Array.from({ length: size }, (_, giver) => [...counts.subarray(giver * size, (giver + 1) * size)]);
  const hasOthers = rows.some((row, giver) => row.some((count, receiver) => count > 0 && (giver === names.length || receiver === names.length)));
  return hasOthers ? { groups: [...names, null], ties: rows } : { groups: names, ties: rows.slice(0, -1).map((row) => row.slice(0, -1)) };
}
