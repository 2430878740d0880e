import { departmentIndex, departmentKeys, departments } from './departments.ts';

/** Who reports to whom, by number: 0 is the chief executive, 1 to 14 head the departments, then level by level. */
export interface Hierarchy {
  /** 1 (chief executive) to 5. */
  level: Uint8Array;
  department: Uint8Array;
  /** -1 for the chief executive. */
  manager: Int32Array;
  /** The first person of a department at a level. */
  firstAt: (department: number, level: number) => number;
}

/** Shares out people by largest remainder, at least five each: a head, a manager, a team leader and two more. */
function headcounts(people: number): number[] {
  const weights = departmentKeys.map((key) => departments[key].weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (weight / total) * (people - 1));
  const counts = exact.map((share) => Math.max(5, Math.floor(share)));
  const byRemainder = exact.map((share, index) => ({ index, rest: share % 1 })).sort((a, b) => b.rest - a.rest);
  let left = people - 1 - counts.reduce((sum, count) => sum + count, 0);
  for (let i = 0; left > 0; i += 1, left -= 1) counts[(byRemainder[i % byRemainder.length] as { index: number }).index]! += 1;
  for (; left < 0; left += 1) counts[counts.indexOf(Math.max(...counts))]! -= 1;
  return counts;
}

/** Spans of control grow with the department, since there are always five levels. */
function levelCounts(department: number): number[] {
  const managers = Math.max(1, Math.round(0.7 * department ** (1 / 3)));
  const leaders = Math.max(1, Math.round(0.7 * department ** (2 / 3)));
  return [1, managers, leaders, department - 1 - managers - leaders];
}

export function hierarchyOf(people: number): Hierarchy {
  const level = new Uint8Array(people);
  const department = new Uint8Array(people);
  const manager = new Int32Array(people);
  const counts = headcounts(people).map(levelCounts);
  const first = counts.map(() => new Int32Array(6));
  level[0] = 1;
  department[0] = departmentIndex('management');
  manager[0] = -1;
  let next = 1;
  for (let rank = 2; rank <= 5; rank += 1) {
    counts.forEach((count, index) => {
      const starts = first[index] as Int32Array;
      starts[rank] = next;
      const above = rank === 2 ? 0 : (starts[rank - 1] as number);
      const managers = rank === 2 ? 1 : (count[rank - 3] as number);
      for (let i = 0; i < (count[rank - 2] as number); i += 1, next += 1) {
        level[next] = rank;
        department[next] = index;
        manager[next] = above + (i % managers);
      }
    });
  }
  return { level, department, manager, firstAt: (index, rank) => (first[index] as Int32Array)[rank] as number };
}
