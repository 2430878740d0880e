import { z } from 'zod';
import { conversationErrors } from '../conversations.errors.ts';

/** A document of the editor: ProseMirror JSON, of which only the nodes and marks below are let in. */
export interface RichTextDocument {
  type: 'doc';
  content?: RichTextNode[] | undefined;
}

export interface RichTextNode {
  type: string;
  attrs?: Record<string, string> | undefined;
  content?: RichTextNode[] | undefined;
  marks?: { type: string; attrs?: Record<string, string> | undefined }[] | undefined;
  text?: string | undefined;
}

export const maxTextLength = 20_000;
const maxDepth = 12;
const maxNodes = 5_000;

// PostgreSQL stores neither zero bytes nor halves of characters (lone surrogates) in JSON.
const words = z.string().refine((value) => value.isWellFormed() && !value.includes('\u0000'));
const tag = z.string().regex(/^[\p{L}\p{N}_-]{1,60}$/u);
const link = words
  .max(2_000)
  .refine((href) => URL.canParse(href) && ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol));

const mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('code') }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: link }) }),
]);
const children = { content: z.array(z.lazy((): z.ZodType<RichTextNode> => node)).max(maxNodes).optional() };
const node: z.ZodType<RichTextNode> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: words.min(1), marks: z.array(mark).max(4).optional() }),
  z.object({ type: z.literal('hardBreak') }),
  z.object({ type: z.literal('mention'), attrs: z.object({ id: z.uuid(), label: words.max(200) }) }),
  z.object({ type: z.literal('hashtag'), attrs: z.object({ tag }) }),
  z.object({ type: z.enum(['paragraph', 'bulletList', 'orderedList', 'listItem', 'codeBlock', 'blockquote']), ...children }),
]);
const document = z.object({ type: z.literal('doc'), ...children });

/**
 * The document, made anew from what is allowed (other attributes are dropped). Refuses unknown nodes, marks and link schemes, and emptiness.
 * Errors: RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.
 */
export function checkedRichText(field: string, value: unknown): RichTextDocument {
  // Before the schema, which calls itself at every level: a thousand nested lists must not exhaust the stack.
  if (!withinLimits(value)) throw conversationErrors.richTextNotAllowed(field);
  const result = document.safeParse(value);
  if (!result.success) throw conversationErrors.richTextNotAllowed(field);
  const text = plainText(result.data);
  if (!text.trim()) throw conversationErrors.textRequired(field);
  if (text.length > maxTextLength) throw conversationErrors.textTooLong(field, maxTextLength);
  return result.data;
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

const blocks = new Set(['paragraph', 'listItem', 'codeBlock', 'blockquote', 'bulletList', 'orderedList']);

/** What a document says, without its form: for search, extracts and limits. Blocks are parted by line ends. */
export function plainText(richText: RichTextDocument | RichTextNode): string {
  if (richText.type === 'text') return (richText as RichTextNode).text ?? '';
  if (richText.type === 'hardBreak') return '\n';
  if (richText.type === 'mention') return `@${(richText as RichTextNode).attrs?.['label'] ?? ''}`;
  if (richText.type === 'hashtag') return `#${(richText as RichTextNode).attrs?.['tag'] ?? ''}`;
  return (richText.content ?? []).map((child) => plainText(child) + (blocks.has(child.type) ? '\n' : '')).join('').replace(/\n{2,}/g, '\n').replace(/\n$/, '');
}

function* nodesOf(richText: RichTextDocument | RichTextNode): Generator<RichTextNode> {
  for (const child of richText.content ?? []) {
    yield child;
    yield* nodesOf(child);
  }
}

/** Ids of the people who are mentioned, each once. */
export function mentionedIds(richText: RichTextDocument): string[] {
  return [...new Set([...nodesOf(richText)].filter((child) => child.type === 'mention').map((child) => String(child.attrs?.['id'])))];
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

function inline(line: string): RichTextNode[] {
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
