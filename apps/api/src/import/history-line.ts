import { bannerPatterns, bannerTones } from '@parvis/communities/server';
import { reactionKinds } from '@parvis/conversations/server';
import { z } from 'zod';
import { choice, comingInstant, flag, group, identifier, instant, listOf, quoted, reasonOf, requiredText, text } from './field-rules.ts';
import type { HistoryRecord, HistoryType } from './history-record.ts';
import { profileLine } from './profile-part.ts';
import { announcementPart, checkParts, eventPart, pollPart } from './post-part.ts';

// What PostgreSQL can index for search (a tsvector of 1 MB) is several times this.
const maxBodyLength = 100_000;
const maxTags = 50;
const maxTopics = 10;
const maxVersions = 1_000;
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish();

const tag = text(61).transform((value) => value.trim().replace(/^#/, '').toLowerCase());
const tags = listOf(tag, maxTags).transform((values) => [...new Set(values.filter(Boolean))]);
const tagOfOurs = tag.refine((value) => /^[\p{L}\p{N}_-]{1,60}$/u.test(value), 'is not a hashtag (letters, digits, - and _)');
const topics = listOf(requiredText(30).trim(), maxTopics).transform((values) => [...new Set(values)]);
const wikiVersion = group({ title: requiredText(150), body: requiredText(maxBodyLength), author: identifier, note: optional(text(200)), createdAt: instant });

const schemas = {
  community: z.object({
    type: z.literal('community'),
    id: identifier,
    name: requiredText(200),
    visibility: choice(['open', 'closed', 'secret']),
    description: optional(text(2_000)),
    createdAt: optional(instant),
    charter: optional(text(5_000)),
    topics: optional(topics),
    welcome: optional(text(1_000)),
    banner: optional(group({ pattern: choice(bannerPatterns), tone: choice(bannerTones) })),
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
  'tag-follow': z.object({ type: z.literal('tag-follow'), person: identifier, tag: tagOfOurs, createdAt: optional(instant) }),
  post: z
    .object({
      type: z.literal('post'),
      id: identifier,
      author: identifier,
      writtenBy: optional(identifier),
      community: optional(identifier),
      kind: choice(['status', 'question', 'poll', 'event', 'announcement']),
      title: optional(text(500)),
      body: text(maxBodyLength),
      createdAt: instant,
      tags: optional(tags),
      poll: optional(pollPart),
      event: optional(eventPart),
      announcement: optional(announcementPart),
      pinnedAt: optional(instant),
      pinnedUntil: optional(comingInstant),
    })
    .superRefine(checkParts)
    .refine(({ title, body }) => body.trim() !== '' || title?.trim(), { path: ['body'], message: 'is empty, and so is the title' }),
  'poll-vote': z.object({ type: z.literal('poll-vote'), post: identifier, person: identifier, options: listOf(requiredText(120).trim(), 10).min(1, 'is empty') }),
  'event-reply': z.object({ type: z.literal('event-reply'), post: identifier, person: identifier, answer: choice(['attending', 'maybe', 'declined']), createdAt: instant }),
  reading: z.object({ type: z.literal('reading'), post: identifier, person: identifier, acknowledged: optional(flag) }),
  comment: z.object({
    type: z.literal('comment'),
    id: identifier,
    post: identifier,
    author: identifier,
    body: requiredText(maxBodyLength),
    createdAt: instant,
    accepted: optional(flag),
    replyTo: optional(identifier),
    quotes: optional(identifier),
  }),
  vote: z.object({ type: z.literal('vote'), comment: identifier, person: identifier, createdAt: instant }),
  reaction: z.object({ type: z.literal('reaction'), target: identifier, person: identifier, kind: choice(reactionKinds), createdAt: instant }),
  'wiki-page': z.object({
    type: z.literal('wiki-page'),
    id: identifier,
    community: identifier,
    parent: optional(identifier),
    versions: listOf(wikiVersion, maxVersions).min(1, 'is empty'),
  }),
  profile: profileLine,
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
