import type { RichTextDocument, RichTextMark, RichTextNode } from '@parvis/platform/web';

import { safeHref } from './link-address.ts';
import { isBlank, plainText } from './rich-text.ts';

/** The attributes that the contract gives each node and mark; what is not listed is not allowed. */
const NODE_ATTRIBUTES: Record<string, readonly string[]> = {
  doc: [],
  paragraph: [],
  bulletList: [],
  orderedList: [],
  listItem: [],
  codeBlock: ['language'],
  heading: ['level'],
  horizontalRule: [],
  table: [],
  tableRow: [],
  tableHeader: [],
  tableCell: [],
  blockquote: [],
  hardBreak: [],
  text: [],
  mention: ['id', 'label', 'kind'],
  hashtag: ['tag'],
};
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MARK_ATTRIBUTES: Record<string, readonly string[]> = { bold: [], italic: [], strike: [], code: [], link: ['href'] };

/** The same document with nothing but what the contract allows: the editor adds attributes of its own. */
export function contractOnly<Node extends RichTextNode | RichTextDocument>(node: Node): Node {
  return cleanNode(node) as Node;
}

function cleanNode(node: RichTextNode): RichTextNode {
  // Pasted from elsewhere, it names nobody: only its words stay.
  if (node.type === 'mention' && !UUID.test(String(node.attrs?.id))) return { type: 'text', text: plainText(node) };
  const clean: RichTextNode = { type: node.type };
  if (node.text !== undefined) clean.text = node.text;
  const attrs = picked(node.type === 'codeBlock' ? { language: languageOf(node) } : node.attrs, NODE_ATTRIBUTES[node.type] ?? []);
  if (attrs) clean.attrs = attrs;
  const marks = (node.marks ?? []).filter(isAllowedMark).map(cleanMark);
  if (marks.length > 0) clean.marks = marks;
  const content = (node.content ?? []).filter((child) => Object.hasOwn(NODE_ATTRIBUTES, child.type)).map(cleanNode);
  if (content.length > 0) clean.content = content;
  return clean;
}

/** What follows the three backticks may be anything; a word of the contract stays. */
function languageOf(codeBlock: RichTextNode): string | null {
  const language = String(codeBlock.attrs?.language ?? '');
  return /^[\p{L}\p{N}+#._-]{1,30}$/u.test(language) ? language : null;
}

/** What is sent: blank paragraphs at both ends cut off, and the `#words` still in the text turned into hashtags. */
export function readyToPublish(document: RichTextDocument): RichTextDocument {
  const blocks = contractOnly(document).content ?? [];
  const first = blocks.findIndex((block) => !isBlank(block));
  const last = blocks.findLastIndex((block) => !isBlank(block));
  return { type: 'doc', content: first < 0 ? [] : blocks.slice(first, last + 1).map(withHashtags) };
}

// A hashtag holds a letter at least (`#1` speaks of a number) and does not end in a hyphen.
const TAG = String.raw`((?=[\p{N}_-]*\p{L})[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}_])?)`;
const HASHTAG = new RegExp(String.raw`(?<=^|[\s(])#${TAG}(?![\p{L}\p{N}_#])`, 'gu');
const HASHTAG_AT_END = new RegExp(String.raw`(?<=^|[\s(])#${TAG}$`, 'u');

/** The hashtag that the text ends with, and where its `#` stands. */
export function hashtagBeforeCaret(text: string): { tag: string; index: number } | null {
  const match = HASHTAG_AT_END.exec(text);
  const tag = tagOf(match?.[1]);
  return match && tag ? { tag, index: match.index } : null;
}

/** The word as the server takes it: its accents composed; null when it is too long, or in a script whose marks it does not know. */
function tagOf(word: string | undefined): string | null {
  const tag = word?.normalize('NFC') ?? '';
  return /^[\p{L}\p{N}_-]{1,60}$/u.test(tag) ? tag : null;
}

/** The same node, each `#word` of its text a hashtag; code is left as it is. */
function withHashtags(node: RichTextNode): RichTextNode {
  if (node.type === 'codeBlock' || !node.content) return node;
  return {
    ...node,
    content: node.content.flatMap((child, index, siblings) =>
      child.type === 'text' ? splitAtHashtags(child, siblings[index - 1]) : [withHashtags(child)],
    ),
  };
}

function splitAtHashtags(node: RichTextNode, before: RichTextNode | undefined): RichTextNode[] {
  const text = node.text ?? '';
  if (node.marks?.some((mark) => mark.type === 'code' || mark.type === 'link')) return [node];
  const opensWord = !before || before.type === 'hardBreak' || /\s$/.test(before.text ?? '');
  const parts: RichTextNode[] = [];
  let end = 0;
  for (const match of text.matchAll(HASHTAG)) {
    const tag = tagOf(match[1]);
    if (!tag || (match.index === 0 && !opensWord)) continue;
    if (match.index > end) parts.push({ ...node, text: text.slice(end, match.index) });
    parts.push({ type: 'hashtag', attrs: { tag } });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ ...node, text: text.slice(end) });
  return parts;
}

function isAllowedMark({ type, attrs }: RichTextMark): boolean {
  return type === 'link' ? safeHref(attrs?.href) !== null : Object.hasOwn(MARK_ATTRIBUTES, type);
}

function cleanMark(mark: RichTextMark): RichTextMark {
  const attrs = picked(mark.attrs, MARK_ATTRIBUTES[mark.type] ?? []);
  return attrs ? { type: mark.type, attrs } : { type: mark.type };
}

function picked(attrs: Record<string, unknown> | undefined, names: readonly string[]): Record<string, unknown> | null {
  const kept = names.filter((name) => attrs?.[name] != null).map((name) => [name, attrs![name]]);
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}
