import type { DepartmentTree } from '../gate/department-tree.ts';

/** Somebody of the directory. */
export interface Member {
  id: string;
  managerId: string | null;
  department: string | null;
}

/**
 * The tree of departments, which no directory tells: a department is part of the one that the manager of its head is in. Its head is whoever has most
 * of its people below them; a few who answer to somebody elsewhere change nothing.
 */
export function departmentTree(members: readonly Member[]): DepartmentTree {
  const byId = new Map(members.map((member) => [member.id, member]));
  const heads = new Map<Member, Member | null>();
  const teams = new Map<string, { department: string; above: string | null; size: number }>();
  for (const member of members) {
    const head = headOf(member, byId, heads);
    if (head?.department == null) continue;
    const team = teams.get(head.id);
    if (team) team.size += 1;
    else teams.set(head.id, { department: head.department, above: departmentAbove(head, byId), size: 1 });
  }
  const tree = new Map<string, string | null>();
  // By size, then by name, so that the same people always make the same tree.
  for (const { department, above } of [...teams.values()].sort((one, other) => other.size - one.size || compare(one.above ?? '', other.above ?? ''))) {
    if (!tree.has(department)) tree.set(department, above);
  }
  return { parentOf: (department) => tree.get(department) ?? null };
}

/** The highest above somebody, themselves included, whom one reaches without leaving the department: that of whoever manages them there. `known` is added to. */
function headOf(member: Member, byId: ReadonlyMap<string, Member>, known: Map<Member, Member | null>): Member | null {
  const passed = new Set<Member>();
  let head: Member | null = member;
  for (;;) {
    const found = known.get(head);
    if (found !== undefined) {
      head = found;
      break;
    }
    passed.add(head);
    const manager: Member | undefined = head.managerId === null ? undefined : byId.get(head.managerId);
    if (!manager || manager.department !== member.department) break;
    // People who manage each other in a circle have no head.
    if (passed.has(manager)) {
      head = null;
      break;
    }
    head = manager;
  }
  for (const one of passed) known.set(one, head);
  return head;
}

function departmentAbove(head: Member, byId: ReadonlyMap<string, Member>): string | null {
  const manager = head.managerId === null ? undefined : byId.get(head.managerId);
  return manager?.department ?? null;
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
