import type { RichTextDocument, RichTextNode } from '@parvis/platform/web';

import { isTextBlock, plainText, textLength } from './rich-text.ts';

/**
 * The beginning of a document, cut between words, at most about `budget` characters long; null when it is short enough whole.
 * Each line weighs 60 characters at least, so that a list of short lines is folded too.
 */
export function excerpt(document: RichTextDocument, budget: number): RichTextDocument | null {
  // A third more than the budget is shown whole: nobody wants to press a button for three words.
  if (weight(document) <= budget * 1.3) return null;
  return { type: 'doc', content: cut(document, budget).node.content };
}

const LINE_WEIGHT = 60;

function weight(node: RichTextNode): number {
  if (node.type === 'hardBreak') return LINE_WEIGHT;
  if (node.type === 'codeBlock') return plainText(node).split('\n').length * LINE_WEIGHT;
  if (node.type === 'horizontalRule') return 0;
  if (node.type === 'tableRow') return Math.max(LINE_WEIGHT, textLength(node));
  if (isTextBlock(node)) return Math.max(LINE_WEIGHT, textLength(node) + breaks(node) * LINE_WEIGHT);
  if (!node.content) return textLength(node);
  return node.content.reduce((sum, child) => sum + weight(child), 0);
}

function breaks(node: RichTextNode): number {
  return node.content?.filter((child) => child.type === 'hardBreak').length ?? 0;
}

function cut(node: RichTextNode, budget: number): { node: RichTextNode; left: number } {
  if (node.type === 'text') return cutText(node, budget);
  // A row is shown whole or not at all: its cells belong under their headers.
  if (!node.content || node.type === 'tableRow') return { node, left: budget - weight(node) };
  const content: RichTextNode[] = [];
  let left = budget;
  for (const child of node.content) {
    if (left <= 0) break;
    const part = cut(child, left);
    content.push(part.node);
    left = part.left;
  }
  return { node: { ...node, content }, left: isTextBlock(node) ? Math.min(left, budget - LINE_WEIGHT) : left };
}

function cutText(node: RichTextNode, budget: number): { node: RichTextNode; left: number } {
  const text = node.text ?? '';
  if (text.length <= budget) return { node, left: budget - text.length };
  const short = text.slice(0, budget);
  const space = short.search(/\s\S*$/);
  return { node: { ...node, text: `${(space > 0 ? short.slice(0, space) : short).trimEnd()}…` }, left: 0 };
}
