import { errorSentence } from '@parvis/platform/web';
import { useClientHandle } from '@urql/vue';
import { computed, nextTick, reactive, ref } from 'vue';
import { useI18n } from 'vue-i18n';

import { type ChartPersonFragment, ReportsDocument } from './Organisation.generated.ts';
import { hiddenReports, type Row, rowNamed, rowsOf, takeReports, treeTo, type TreeNode } from './organisation-tree.ts';

type Node = TreeNode<ChartPersonFragment>;

/** How long letters typed one after the other make one word. */
const typeAheadMs = 700;

/**
 * The chart as a tree that one walks through (WAI-ARIA tree pattern): arrows, Home, End, letters; right opens, left closes or goes up, Enter goes to
 * the person. Who reports to whom is read when it is opened.
 */
export function useOrganisationTree({ above, person, focusRow, visit }: { above: ChartPersonFragment[]; person: ChartPersonFragment; focusRow: (key: string) => void; visit: (id: string) => void }) {
  const { locale } = useI18n();
  const { client } = useClientHandle();
  const root = reactive(treeTo(above, person)) as Node;
  const rows = computed(() => rowsOf(root));
  const current = ref(person.id);
  const reading = ref<string>();
  const failure = ref<string>();
  let typed = { word: '', at: 0 };

  async function read(node: Node): Promise<void> {
    if (reading.value) return;
    reading.value = node.person.id;
    const result = await client.query(ReportsDocument, { id: node.person.id, after: node.after ?? null }, { requestPolicy: 'network-only' }).toPromise();
    reading.value = undefined;
    failure.value = result.error && errorSentence(result.error);
    const page = result.data?.person?.reports;
    if (page) takeReports(node, { people: page.edges.map((edge) => edge.node), after: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null });
  }

  async function open(node: Node): Promise<void> {
    if (node.person.reportCount === 0) return;
    node.isOpen = true;
    if (node.after === undefined) await read(node);
  }

  async function more(node: Node): Promise<void> {
    const before = new Set(node.children.map((child) => child.person.id));
    await read(node);
    const first = node.children.find((child) => !before.has(child.person.id));
    await go(first?.person.id ?? node.person.id);
  }

  async function go(key: string | undefined): Promise<void> {
    if (!key) return;
    current.value = key;
    await nextTick();
    focusRow(key);
  }

  const toggle = (node: Node): void => {
    if (node.isOpen) node.isOpen = false;
    else void open(node);
  };

  function act(row: Row<ChartPersonFragment>): void {
    if (row.kind === 'more') void more(row.node);
    else visit(row.node.person.id);
  }

  function forward({ kind, node }: Row<ChartPersonFragment>): void {
    if (kind === 'more' || node.person.reportCount === 0) return;
    if (!node.isOpen) void open(node);
    else void go(node.children[0]?.person.id);
  }

  function back({ kind, node }: Row<ChartPersonFragment>): void {
    if (kind === 'more') void go(node.person.id);
    else if (node.isOpen) node.isOpen = false;
    else void go(node.parent?.person.id);
  }

  function typeAhead(letter: string, index: number): void {
    const now = Date.now();
    typed = { word: now - typed.at < typeAheadMs ? typed.word + letter : letter, at: now };
    void go(rows.value[rowNamed(rows.value, index, typed.word, locale.value)]?.key);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const index = rows.value.findIndex(({ key }) => key === current.value);
    const row = rows.value[index];
    if (!row) return;
    const moves: Record<string, () => void> = {
      ArrowDown: () => void go(rows.value[index + 1]?.key),
      ArrowUp: () => void go(rows.value[index - 1]?.key),
      Home: () => void go(rows.value[0]?.key),
      End: () => void go(rows.value.at(-1)?.key),
      ArrowRight: () => forward(row),
      ArrowLeft: () => back(row),
      Enter: () => act(row),
      ' ': () => (row.kind === 'more' ? void more(row.node) : toggle(row.node)),
    };
    const move = moves[event.key] ?? (/^\p{L}$/u.test(event.key) ? () => typeAhead(event.key, index) : undefined);
    if (!move) return;
    event.preventDefault();
    move();
  }

  /** Those beside the person, and those below, are in sight from the start. */
  async function start(): Promise<void> {
    const own = rows.value.find(({ key }) => key === person.id)?.node;
    if (own?.parent) await read(own.parent);
    if (own) await open(own);
  }

  return { rows, current, reading, failure, onKey, toggle, more, start, hiddenReports };
}
