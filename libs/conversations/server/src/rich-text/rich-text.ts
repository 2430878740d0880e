import { conversationErrors } from '../conversations.errors.ts';
import { allowedDocument, maxNodes } from './allowed-nodes.ts';

/** A document of the editor: ProseMirror JSON, of which only the nodes and marks below are let in. */
export interface RichTextDocument {
  type: 'doc';
  content?: RichTextNode[] | undefined;
}

export interface RichTextNode {
  type: string;
  attrs?: Record<string, string | number | undefined> | undefined;
  content?: RichTextNode[] | undefined;
  marks?: RichTextMark[] | undefined;
  text?: string | undefined;
}

export interface RichTextMark {
  type: string;
  attrs?: Record<string, string> | undefined;
}

export const maxTextLength = 20_000;
const maxDepth = 12;

/**
 * The document, made anew from what is allowed (other attributes are dropped). Refuses unknown nodes, marks and link schemes, and emptiness.
 * Errors: RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.
 */
export function checkedRichText(field: string, value: unknown): RichTextDocument {
  const richText = keptRichText(field, value);
  const text = plainText(richText);
  if (!text.trim()) throw conversationErrors.textRequired(field);
  if (text.length > maxTextLength) throw conversationErrors.textTooLong(field, maxTextLength);
  return richText;
}

/** The same for a text that is not finished: it may be blank, or too long as yet. Errors: RICH_TEXT_NOT_ALLOWED. */
export function keptRichText(field: string, value: unknown): RichTextDocument {
  // Before the schema, which calls itself at every level: a thousand nested lists must not exhaust the stack.
  if (!withinLimits(value)) throw conversationErrors.richTextNotAllowed(field);
  const result = allowedDocument.safeParse(value);
  if (!result.success) throw conversationErrors.richTextNotAllowed(field);
  return result.data;
}

/**
 * What is read of a stored document: made anew from what is allowed, as on the way in, since a table may have been written by others than this program. Of one that would be
 * refused the words are left.
 */
export function readRichText(value: unknown): RichTextDocument {
  if (!withinLimits(value)) return { type: 'doc', content: [] };
  const result = allowedDocument.safeParse(value);
  return result.success ? result.data : richTextOf(wordsIn(value).join('\n'));
}

function wordsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { text, content } = value as { text?: unknown; content?: unknown };
  return [...(typeof text === 'string' ? [text] : []), ...(Array.isArray(content) ? content.flatMap(wordsIn) : [])];
}

function withinLimits(value: unknown): boolean {
  let nodes = 0;
  const visit = (candidate: unknown, depth: number): boolean => {
    if (depth > maxDepth || ++nodes > maxNodes) return false;
    if (typeof candidate !== 'object' || candidate === null || !('content' in candidate)) return true;
    return Array.isArray(candidate.content) && candidate.content.every((child) => visit(child, depth + 1));
  };
  return visit(value, 0);
}

const blocks = new Set(['paragraph', 'heading', 'listItem', 'codeBlock', 'blockquote', 'bulletList', 'orderedList', 'table', 'tableRow']);

/** What a document says, without its form: for search, extracts and limits. Blocks are parted by line ends, the cells of a row by tabs. */
export function plainText(richText: RichTextDocument | RichTextNode): string {
  const { type, content = [] } = richText;
  if (type === 'tableRow') return content.map(plainText).join('\t');
  if (type in inlineText) return inlineText[type as keyof typeof inlineText](richText as RichTextNode);
  return content.map((child) => plainText(child) + (blocks.has(child.type) ? '\n' : '')).join('').replace(/\n{2,}/g, '\n').replace(/\n$/, '');
}

const inlineText = {
  text: (node: RichTextNode) => node.text ?? '',
  hardBreak: () => '\n',
  // A community’s name is not stored with the text: who may know it differs from reader to reader.
  mention: (node: RichTextNode) => `@${node.attrs?.['label'] || '…'}`,
  hashtag: (node: RichTextNode) => `#${node.attrs?.['tag'] ?? ''}`,
};

function* nodesOf(richText: RichTextDocument | RichTextNode): Generator<RichTextNode> {
  for (const child of richText.content ?? []) {
    yield child;
    yield* nodesOf(child);
  }
}

/** Ids of the people who are mentioned, each once. */
export function mentionedIds(richText: RichTextDocument): string[] {
  return idsOf(richText, (mention) => mention.attrs?.['kind'] === undefined);
}

/** Ids of the people whom an edit mentions and who were not mentioned before. */
export function addedMentions(before: RichTextDocument, after: RichTextDocument): string[] {
  const known = new Set(mentionedIds(before));
  return mentionedIds(after).filter((id) => !known.has(id));
}

/** Ids of the communities that are mentioned, each once. */
export function mentionedCommunityIds(richText: RichTextDocument): string[] {
  return idsOf(richText, (mention) => mention.attrs?.['kind'] === 'community');
}

function idsOf(richText: RichTextDocument, wanted: (mention: RichTextNode) => boolean): string[] {
  return [...new Set([...nodesOf(richText)].filter((child) => child.type === 'mention' && wanted(child)).map((child) => String(child.attrs?.['id']).toLowerCase()))];
}

/** Hashtags without their #, lower-cased, each once. */
export function tagsOf(richText: RichTextDocument): string[] {
  return [...new Set([...nodesOf(richText)].filter((child) => child.type === 'hashtag').map((child) => String(child.attrs?.['tag']).toLowerCase()))];
}

// A hashtag needs a letter (« #3 » is a number) and does not begin within a word or an address.
const hashtagInText = /(?<![\p{L}\p{N}_/&#])#(?=[\p{N}_-]*\p{L})([\p{L}\p{N}_-]{1,60})/gu;

/** A document from plain text: blank lines part paragraphs, single line ends break lines, #words become hashtags. */
export function richTextOf(text: string): RichTextDocument {
  const paragraphs = text.replaceAll('\u0000', '').replaceAll('\r\n', '\n').split(/\n{2,}/).filter((paragraph) => paragraph.trim());
  return { type: 'doc', content: paragraphs.map((paragraph) => ({ type: 'paragraph', content: lines(paragraph) })) };
}

function lines(paragraph: string): RichTextNode[] {
  return paragraph.split('\n').flatMap((line, i) => [...(i > 0 ? [{ type: 'hardBreak' }] : []), ...inline(line)]);
}

/** The words of one line, their #words as hashtags. */
export function inline(line: string): RichTextNode[] {
  const nodes: RichTextNode[] = [];
  let end = 0;
  for (const match of line.matchAll(hashtagInText)) {
    if (match.index > end) nodes.push({ type: 'text', text: line.slice(end, match.index) });
    nodes.push({ type: 'hashtag', attrs: { tag: match[1] ?? '' } });
    end = match.index + match[0].length;
  }
  if (end < line.length) nodes.push({ type: 'text', text: line.slice(end) });
  return nodes;
}
