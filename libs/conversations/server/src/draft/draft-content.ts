import { checkedId } from '@parvis/platform/server';
import { conversationErrors } from '../conversations.errors.ts';
import { keptRichText, type RichTextDocument } from '../rich-text/rich-text.ts';
import type { JsonObject } from './json-object.scalar.ts';

export const maxDraftKb = 150;
export const maxSubjectLength = 100;
const maxPlaceLength = 100;
const maxBasedOn = 20;
const maxDepth = 40;
const subjectForm = /^[a-z][a-z-]*(\.[a-z0-9-]+)+$/;

/** A draft as a client hands it over. */
export interface DraftInput {
  subject: string;
  version: string;
  basedOn: string[];
  key: string;
  body?: unknown;
  place?: string | null;
  details?: JsonObject | null;
  unanswered?: JsonObject | null;
  fileIds?: string[] | null;
}

/** The same, fit to be stored. */
export interface DraftContent {
  key: string;
  body: RichTextDocument | null;
  place: string | null;
  details: JsonObject | null;
  unanswered: JsonObject | null;
}

/** Errors: DRAFT_SUBJECT_INVALID. */
export function checkedSubject(subject: string): string {
  if (subject.length > maxSubjectLength || !subjectForm.test(subject)) throw conversationErrors.draftSubjectInvalid();
  return subject;
}

/** Errors: ID_INVALID, TOO_MANY_ITEMS. */
export function checkedVersions(basedOn: readonly string[]): string[] {
  if (basedOn.length > maxBasedOn) throw conversationErrors.tooManyItems('basedOn', maxBasedOn);
  return basedOn.map((version) => checkedId('basedOn', version));
}

/** Blank or overlong, a text is kept as it is: it is not finished. Errors: ID_INVALID, RICH_TEXT_NOT_ALLOWED, DRAFT_INVALID, DRAFT_TOO_LARGE. */
export function checkedContent({ key, body = null, place = null, details = null, unanswered = null }: DraftInput): DraftContent {
  if (place !== null && place.length > maxPlaceLength) throw conversationErrors.draftInvalid('place');
  const content = {
    key: checkedId('key', key),
    place: place === null ? null : storable('place', place),
    details: storable('details', details),
    unanswered: storable('unanswered', unanswered),
    body: body === null ? null : keptRichText('body', storable('body', body)),
  };
  if (Buffer.byteLength(JSON.stringify(content)) > maxDraftKb * 1024) throw conversationErrors.draftTooLarge(maxDraftKb);
  return content;
}

/** The same value without what PostgreSQL does not store in JSON: zero bytes and halves of characters. */
function storable<T>(field: string, value: T, depth = 0): T {
  if (depth > maxDepth) throw conversationErrors.draftInvalid(field);
  if (typeof value === 'string') return text(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => storable(field, item, depth + 1)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [text(name), storable(field, item, depth + 1)])) as T;
}

const text = (value: string): string => value.replaceAll('\u0000', '').toWellFormed();
