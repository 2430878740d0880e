import { reactionKinds } from '@parvis/conversations/server';
import { z } from 'zod';
import { choice, identifier, instant, quoted, reasonOf, requiredText, text } from './field-rules.ts';
import type { HistoryRecord, HistoryType } from './history-record.ts';

// What PostgreSQL can index for search (a tsvector of 1 MB) is several times this.
const maxBodyLength = 100_000;
const maxTags = 50;
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish();

const tag = text(61).transform((value) => value.trim().replace(/^#/, '').toLowerCase());
const tags = z
  .array(tag, { error: 'is not a list' })
  .max(maxTags, `has more than ${maxTags} entries`)
  .transform((values) => [...new Set(values.filter(Boolean))]);
const flag = z.boolean({ error: 'is not true or false' });

const schemas = {
  community: z.object({
    type: z.literal('community'),
    id: identifier,
    name: requiredText(200),
    visibility: choice(['open', 'closed', 'secret']),
    description: optional(text(2_000)),
    createdAt: optional(instant),
  }),
  membership: z.object({
    type: z.literal('membership'),
    community: identifier,
    person: identifier,
    role: optional(choice(['member', 'animator'])),
    joinedAt: optional(instant),
  }),
  follow: z
    .object({ type: z.literal('follow'), follower: identifier, followee: identifier, createdAt: optional(instant) })
    .refine(({ follower, followee }) => follower !== followee, { path: ['followee'], message: 'is the follower' }),
  post: z
    .object({
      type: z.literal('post'),
      id: identifier,
      author: identifier,
      community: optional(identifier),
      kind: choice(['status', 'question']),
      title: optional(text(500)),
      body: text(maxBodyLength),
      createdAt: instant,
      tags: optional(tags),
    })
    .refine(({ title, body }) => body.trim() !== '' || title?.trim(), { path: ['body'], message: 'is empty, and so is the title' }),
  comment: z.object({
    type: z.literal('comment'),
    id: identifier,
    post: identifier,
    author: identifier,
    body: requiredText(maxBodyLength),
    createdAt: instant,
    accepted: optional(flag),
  }),
  reaction: z.object({ type: z.literal('reaction'), target: identifier, person: identifier, kind: choice(reactionKinds), createdAt: instant }),
} satisfies Record<HistoryType, z.ZodType<HistoryRecord>>;

const typesInWords = Object.keys(schemas).join(', ');
const isHistoryType = (type: unknown): type is HistoryType => typeof type === 'string' && Object.hasOwn(schemas, type);

export type ReadLine = { record: HistoryRecord } | { type: HistoryType | null; reason: string };

/** Reads one line of JSON; fields that are not known are passed over. */
export function readHistoryLine(line: string): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { type: null, reason: 'the line is not valid JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { type: null, reason: 'the line is not a JSON object' };
  const type: unknown = 'type' in value ? value.type : undefined;
  if (type === undefined) return { type: null, reason: 'type is missing' };
  if (!isHistoryType(type)) return { type: null, reason: `type ${quoted(type)} is not one of ${typesInWords}` };
  const result = schemas[type].safeParse(value);
  return result.success ? { record: result.data } : { type, reason: reasonOf(result.error, value) };
}
