import { i18n, type RichTextMark, type RichTextNode } from '@parvis/platform/web';
import { h, type FunctionalComponent, type VNodeChild } from 'vue';
import { RouterLink } from 'vue-router';

import { safeHref } from './link-address.ts';
import { isBlank } from './rich-text.ts';

/** Shows the nodes of a rich-text document. What the contract does not know is left out; text is never read as HTML. */
export const RichTextNodes: FunctionalComponent<{ nodes: RichTextNode[] }> = ({ nodes }) => rendered(nodes);
RichTextNodes.props = ['nodes'];

const NODES: Record<string, (node: RichTextNode) => VNodeChild> = {
  paragraph: (node) => h('p', rendered(node.content)),
  bulletList: (node) => h('ul', rendered(node.content)),
  orderedList: (node) => h('ol', rendered(node.content)),
  listItem: (node) => h('li', rendered(node.content)),
  blockquote: (node) => h('blockquote', rendered(node.content)),
  codeBlock: (node) => h('pre', { 'data-language': node.attrs?.language }, h('code', rendered(node.content))),
  heading: (node) => h(node.attrs?.level === 3 ? 'h3' : 'h2', rendered(node.content)),
  horizontalRule: () => h('hr'),
  table: (node) => tableOf(node),
  hardBreak: () => h('br'),
  text: (node) => (node.marks ?? []).reduceRight<VNodeChild>(marked, node.text ?? ''),
  mention: (node) => (node.attrs?.kind === 'community' ? communityLink(node) : placeLink('mention', `/people/${segment(node.attrs?.id)}`, `@${words(node.attrs?.label)}`)),
  hashtag: (node) => placeLink('hashtag', `/tags/${segment(node.attrs?.tag)}`, `#${words(node.attrs?.tag)}`),
};

const MARKS: Record<string, (mark: RichTextMark, inside: VNodeChild) => VNodeChild> = {
  bold: (_mark, inside) => h('strong', [inside]),
  italic: (_mark, inside) => h('em', [inside]),
  strike: (_mark, inside) => h('s', [inside]),
  code: (_mark, inside) => h('code', [inside]),
  link: (mark, inside) => {
    const href = safeHref(mark.attrs?.href);
    return href ? h('a', { href, rel: 'noopener noreferrer' }, [inside]) : inside;
  },
};

function rendered(nodes: RichTextNode[] | undefined): VNodeChild[] {
  return (nodes ?? []).map((node) => (Object.hasOwn(NODES, node.type) ? NODES[node.type]!(node) : null));
}

function marked(inside: VNodeChild, mark: RichTextMark): VNodeChild {
  return Object.hasOwn(MARKS, mark.type) ? MARKS[mark.type]!(mark, inside) : inside;
}

/** Wide ones are scrolled by themselves, by the keyboard too. */
function tableOf({ content = [] }: RichTextNode): VNodeChild {
  const rows = content.map(({ content: cells = [] }, row) => h('tr', cells.map((cell) => tableCell(cell, row))));
  return h('div', { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': i18n.global.t('conversations.text.table') }, h('table', h('tbody', rows)));
}

/** Headers of the first row name columns, others their row; one without words names nothing. */
function tableCell(cell: RichTextNode, row: number): VNodeChild {
  if (cell.type !== 'tableHeader') return h('td', rendered(cell.content));
  return isBlank(cell) ? h('td', { class: 'header' }) : h('th', { scope: row === 0 ? 'col' : 'row' }, rendered(cell.content));
}

/** Whoever may not know of the community is given no name. */
function communityLink({ attrs }: RichTextNode): VNodeChild {
  if (words(attrs?.label) === '') return h('span', { class: 'mention' }, i18n.global.t('conversations.text.someCommunity'));
  return placeLink('mention', `/communities/${segment(attrs?.id)}`, `@${words(attrs?.label)}`);
}

function placeLink(kind: string, to: string, text: string): VNodeChild {
  return h(RouterLink, { to, class: kind }, () => text);
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function segment(value: unknown): string {
  return encodeURIComponent(words(value));
}
