/** Somebody of the chart. */
export interface ChartPerson {
  id: string;
  displayName: string;
  reportCount: number;
}

export interface TreeNode<Person extends ChartPerson> {
  person: Person;
  parent: TreeNode<Person> | null;
  children: TreeNode<Person>[];
  isOpen: boolean;
  /** Where to read on; undefined: nothing read yet; null: all are there. */
  after: string | null | undefined;
}

/** What stands in one line of the tree: a person, or that there are more of them. */
export type Row<Person extends ChartPerson> = { kind: 'person'; key: string; node: TreeNode<Person>; level: number; position: number; size: number } | { kind: 'more'; key: string; node: TreeNode<Person>; level: number; position: number; size: number };

export interface ReportsPage<Person> {
  people: readonly Person[];
  after: string | null;
}

const nodeOf = <Person extends ChartPerson>(person: Person, parent: TreeNode<Person> | null): TreeNode<Person> => ({ person, parent, children: [], isOpen: false, after: undefined });

/** From the top down to the person; those above show the one way down until more is read. */
export function treeTo<Person extends ChartPerson>(above: readonly Person[], person: Person): TreeNode<Person> {
  const [first = person, ...others] = [...above, person];
  const root = nodeOf(first, null);
  let parent = root;
  for (const next of others) {
    const child = nodeOf(next, parent);
    parent.children = [child];
    parent.isOpen = true;
    parent = child;
  }
  return root;
}

/** Takes a page of somebody's reports in. Whoever was there before stays the same node, open or not. */
export function takeReports<Person extends ChartPerson>(node: TreeNode<Person>, page: ReportsPage<Person>): void {
  const isFirst = node.after === undefined;
  const known = new Map(node.children.map((child) => [child.person.id, child]));
  const fresh = page.people.map((person) => known.get(person.id) ?? nodeOf(person, node));
  const ids = new Set(fresh.map(({ person }) => person.id));
  const others = node.children.filter(({ person }) => !ids.has(person.id));
  // The one on the way down, who may stand on a later page, stays in sight.
  node.children = isFirst ? [...fresh, ...others] : [...others, ...fresh];
  node.after = page.after;
}

/** How many of somebody's reports are not in sight yet. */
export const hiddenReports = <Person extends ChartPerson>(node: TreeNode<Person>): number => (node.after === null ? 0 : Math.max(0, node.person.reportCount - node.children.length));

/** The lines in sight, in their order. */
export function rowsOf<Person extends ChartPerson>(root: TreeNode<Person>): Row<Person>[] {
  const rows: Row<Person>[] = [];
  const add = (node: TreeNode<Person>, level: number, position: number, size: number): void => {
    rows.push({ kind: 'person', key: node.person.id, node, level, position, size });
    if (!node.isOpen) return;
    const hidden = hiddenReports(node);
    const below = node.children.length + (hidden > 0 ? 1 : 0);
    node.children.forEach((child, index) => add(child, level + 1, index + 1, below));
    if (hidden > 0) rows.push({ kind: 'more', key: `more-${node.person.id}`, node, level: level + 1, position: below, size: below });
  };
  add(root, 1, 1, 1);
  return rows;
}

/** The next line after `from` whose name begins with what was typed, round the end. */
export function rowNamed<Person extends ChartPerson>(rows: readonly Row<Person>[], from: number, typed: string, language: string): number {
  const names = new Intl.Collator(language, { sensitivity: 'base' });
  const begins = (row: Row<Person> | undefined): boolean => row?.kind === 'person' && names.compare(row.node.person.displayName.slice(0, typed.length), typed) === 0;
  for (let step = typed.length > 1 ? 0 : 1; step <= rows.length; step += 1) {
    const index = (from + step) % rows.length;
    if (begins(rows[index])) return index;
  }
  return from;
}
