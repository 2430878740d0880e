import type { List, ListItem, PhrasingContent, Root, RootContent, TableCell, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown as serialized } from 'mdast-util-to-markdown';
import type { RichTextDocument, RichTextMark, RichTextNode } from '../rich-text.ts';
import { placeOf } from './mention-links.ts';

/**
 * The document as Markdown (CommonMark with the tables and strikethrough of GitHub). Mentions become links to the page of whom they name,
 * under `baseUrl` (no slash at its end; empty: addresses within Parvis); the paragraphs of a table's cell become one line.
 */
export function toMarkdown(richText: RichTextDocument, { baseUrl = '' }: { baseUrl?: string } = {}): string {
  const tree: Root = { type: 'root', children: blocks(richText.content, baseUrl) };
  return serialized(tree, { extensions: [gfmToMarkdown()], bullet: '-', rule: '-', emphasis: '_', fences: true, listItemIndent: 'one', resourceLink: true });
}

const childrenOf = (node: RichTextNode): RichTextNode[] => node.content ?? [];

function blocks(nodes: RichTextNode[] | undefined, baseUrl: string): RootContent[] {
  return (nodes ?? []).map((node) => block(node, baseUrl));
}

function block(node: RichTextNode, baseUrl: string): RootContent {
  switch (node.type) {
    case 'heading':
      return { type: 'heading', depth: node.attrs?.['level'] === 3 ? 3 : 2, children: oneLine(phrasing(node.content, baseUrl)) };
    case 'blockquote':
      return { type: 'blockquote', children: blocks(node.content, baseUrl) as never };
    case 'bulletList':
    case 'orderedList':
      return list(node, baseUrl);
    case 'codeBlock':
      return { type: 'code', lang: (node.attrs?.['language'] as string | undefined) ?? null, value: childrenOf(node).map(({ text = '' }) => text).join('') };
    case 'horizontalRule':
      return { type: 'thematicBreak' };
    case 'table':
      return { type: 'table', children: childrenOf(node).map((row) => tableRow(row, baseUrl)) };
    default:
      return { type: 'paragraph', children: phrasing(node.content, baseUrl) };
  }
}

function list(node: RichTextNode, baseUrl: string): List {
  const items = childrenOf(node).map((item): ListItem => ({ type: 'listItem', spread: !isShort(item), children: blocks(item.content, baseUrl) as never }));
  return { type: 'list', ordered: node.type === 'orderedList', spread: items.some(({ spread }) => spread), children: items };
}

/** Whether the parts of an item may stand without a blank line between them, and still be told apart. */
function isShort(item: RichTextNode): boolean {
  return childrenOf(item).every(({ type }, i) => (i === 0 ? type === 'paragraph' : i === 1 && type.endsWith('List')));
}

function tableRow(row: RichTextNode, baseUrl: string): TableRow {
  return { type: 'tableRow', children: childrenOf(row).map((cell): TableCell => ({ type: 'tableCell', children: cellLine(cell, baseUrl) })) };
}

/** A cell of Markdown is one line: what stands in blocks follows each other. */
function cellLine(cell: RichTextNode, baseUrl: string): PhrasingContent[] {
  const lines = textBlocks(cell).map((textBlock) => oneLine(phrasing(textBlock.content, baseUrl))).filter((line) => line.length > 0);
  return lines.flatMap((line, i) => (i === 0 ? line : [{ type: 'text' as const, value: ' ' }, ...line]));
}

function textBlocks(node: RichTextNode): RichTextNode[] {
  const inner = childrenOf(node);
  return inner.some(({ type }) => type === 'paragraph' || type === 'table' || type === 'tableRow' || childHoldsBlocks(type)) ? inner.flatMap(textBlocks) : [node];
}

const childHoldsBlocks = (type: string): boolean => /^(heading|codeBlock|blockquote|listItem|bulletList|orderedList|tableCell|tableHeader)$/.test(type);

const oneLine = (parts: PhrasingContent[]): PhrasingContent[] => parts.map((part) => (part.type === 'break' ? { type: 'text', value: ' ' } : part));

/** From the outside in: what a run of words has in common is opened once. */
const markOrder = ['link', 'bold', 'italic', 'strike', 'code'];

function phrasing(nodes: RichTextNode[] | undefined, baseUrl: string, level = 0): PhrasingContent[] {
  const kind = markOrder[level];
  if (!kind) return (nodes ?? []).map((node) => leaf(node, baseUrl));
  return runs(nodes ?? [], kind).flatMap(({ mark, run }) => {
    if (mark?.type === 'code') return [{ type: 'inlineCode' as const, value: run.map(({ text = '' }) => text.replaceAll('\n', ' ')).join('') }];
    const inner = phrasing(run, baseUrl, level + 1);
    return mark ? [wrapped(mark, inner)] : inner;
  });
}

/** Neighbours that carry the same mark of this kind, or none of it. */
function runs(nodes: RichTextNode[], kind: string): { mark: RichTextMark | undefined; run: RichTextNode[] }[] {
  const found: { mark: RichTextMark | undefined; run: RichTextNode[] }[] = [];
  for (const node of nodes) {
    const mark = node.type === 'text' ? node.marks?.find(({ type }) => type === kind) : undefined;
    const last = found.at(-1);
    if (last && last.mark?.type === mark?.type && last.mark?.attrs?.['href'] === mark?.attrs?.['href']) last.run.push(node);
    else found.push({ mark, run: [node] });
  }
  return found;
}

function wrapped(mark: RichTextMark, children: PhrasingContent[]): PhrasingContent {
  if (mark.type === 'link') return { type: 'link', url: mark.attrs?.['href'] ?? '', children: children as never };
  return { type: mark.type === 'bold' ? 'strong' : mark.type === 'italic' ? 'emphasis' : 'delete', children };
}

function leaf(node: RichTextNode, baseUrl: string): PhrasingContent {
  if (node.type === 'hardBreak') return { type: 'break' };
  if (node.type === 'hashtag') return { type: 'text', value: `#${node.attrs?.['tag'] ?? ''}` };
  if (node.type === 'mention') return mentionLink(node, baseUrl);
  return { type: 'text', value: (node.text ?? '').replaceAll('\n', ' ') };
}

function mentionLink(node: RichTextNode, baseUrl: string): PhrasingContent {
  const name = { type: 'text' as const, value: `@${node.attrs?.['label'] || '…'}` };
  return node.attrs?.['label'] ? { type: 'link', url: baseUrl + placeOf(node), children: [name] } : name;
}
