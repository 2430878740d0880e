import type { RichTextMark, RichTextNode } from '@parvis/platform/web';
import { h, type FunctionalComponent, type VNodeChild } from 'vue';
import { RouterLink } from 'vue-router';

import { safeHref } from './link-address.ts';

/** Shows the nodes of a rich-text document. What the contract does not know is left out; text is never read as HTML. */
export const RichTextNodes: FunctionalComponent<{ nodes: RichTextNode[] }> = ({ nodes }) => rendered(nodes);
RichTextNodes.props = ['nodes'];

const NODES: Record<string, (node: RichTextNode) => VNodeChild> = {
  paragraph: (node) => h('p', rendered(node.content)),
  bulletList: (node) => h('ul', rendered(node.content)),
  orderedList: (node) => h('ol', rendered(node.content)),
  listItem: (node) => h('li', rendered(node.content)),
  blockquote: (node) => h('blockquote', rendered(node.content)),
  codeBlock: (node) => h('pre', h('code', rendered(node.content))),
  hardBreak: () => h('br'),
  text: (node) => (node.marks ?? []).reduceRight<VNodeChild>(marked, node.text ?? ''),
  mention: (node) => placeLink('mention', `/people/${segment(node.attrs?.id)}`, `@${words(node.attrs?.label)}`),
  hashtag: (node) => placeLink('hashtag', `/tags/${segment(node.attrs?.tag)}`, `#${words(node.attrs?.tag)}`),
};

const MARKS: Record<string, (mark: RichTextMark, inside: VNodeChild) => VNodeChild> = {
  bold: (_mark, inside) => h('strong', [inside]),
  italic: (_mark, inside) => h('em', [inside]),
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

function placeLink(kind: string, to: string, text: string): VNodeChild {
  return h(RouterLink, { to, class: kind }, () => text);
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function segment(value: unknown): string {
  return encodeURIComponent(words(value));
}
