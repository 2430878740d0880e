export interface TreePage {
  id: string;
  title: string;
  parentId: string | null;
}

export interface Branch<Page extends TreePage> {
  page: Page;
  below: Branch<Page>[];
}

/** The pages as a tree, in the order that they come in. One whose parent is not among them stands at the top: nothing is hidden. */
export function treeOf<Page extends TreePage>(pages: readonly Page[]): Branch<Page>[] {
  const branches = new Map(pages.map((page) => [page.id, { page, below: [] } as Branch<Page>]));
  const top: Branch<Page>[] = [];
  for (const branch of branches.values()) (branches.get(branch.page.parentId ?? '')?.below ?? top).push(branch);
  return top;
}

/** The pages in the order of the table of contents, each with how deep it stands, from 0. */
export function flattened<Page extends TreePage>(tree: readonly Branch<Page>[], depth = 0): { page: Page; depth: number }[] {
  return tree.flatMap(({ page, below }) => [{ page, depth }, ...flattened(below, depth + 1)]);
}

/** The page itself and what stands below it: where it cannot go. */
export function withBelow<Page extends TreePage>(pages: readonly Page[], id: string): Set<string> {
  const found = new Set([id]);
  for (const { page } of flattened(treeOf(pages))) if (page.parentId && found.has(page.parentId)) found.add(page.id);
  return found;
}
