import { z } from 'zod';
import type { RichTextNode } from './rich-text.ts';

/** Most nodes of a document; a full table of short cells fits in. */
export const maxNodes = 8_000;
const maxRows = 100;
const maxColumns = 20;

// PostgreSQL stores neither zero bytes nor halves of characters (lone surrogates) in JSON.
const words = z.string().refine((value) => value.isWellFormed() && !value.includes('\u0000'));
const tag = z.string().regex(/^[\p{L}\p{N}_-]{1,60}$/u);
const language = z.string().regex(/^[\p{L}\p{N}+#._-]{1,30}$/u);
const link = words.max(2_000).refine(isFollowable);

/** Whether rich text may link there: an absolute address of a scheme that runs nothing. */
export function isFollowable(href: string): boolean {
  return URL.canParse(href) && ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol);
}

const mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('strike') }),
  z.object({ type: z.literal('code') }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: link }) }),
]);
const children = { content: z.array(z.lazy((): z.ZodType<RichTextNode> => node)).max(maxNodes).optional() };

// Rows stand in tables only, cells in rows only: an editor that finds them elsewhere does not open the text at all.
const cell = z.object({ type: z.enum(['tableCell', 'tableHeader']), ...children });
const row = z.object({ type: z.literal('tableRow'), content: z.array(cell).min(1).max(maxColumns) });

const node: z.ZodType<RichTextNode> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: words.min(1), marks: z.array(mark).max(5).optional() }),
  z.object({ type: z.enum(['hardBreak', 'horizontalRule']) }),
  z.object({ type: z.literal('mention'), attrs: z.object({ id: z.uuid(), label: words.max(200), kind: z.literal('community').optional() }) }),
  z.object({ type: z.literal('hashtag'), attrs: z.object({ tag }) }),
  z.object({ type: z.literal('heading'), attrs: z.object({ level: z.union([z.literal(2), z.literal(3)]) }), ...children }),
  z.object({ type: z.literal('codeBlock'), attrs: z.object({ language: language.optional() }).optional(), ...children }),
  z.object({ type: z.literal('table'), content: z.array(row).min(1).max(maxRows) }),
  z.object({ type: z.enum(['paragraph', 'bulletList', 'orderedList', 'listItem', 'blockquote']), ...children }),
]);

/** What a document may hold; attributes that are not named here are dropped. */
export const allowedDocument = z.object({ type: z.literal('doc'), ...children });
