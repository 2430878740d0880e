import type { NewPost } from '../post/post.service.ts';

/** What `createPost` takes, as JSON: moments keep being moments (`{"$moment": "2026-11-22T08:00:00.000Z"}`), which JSON alone would make text of. */
export type StoredInput = object;

interface StoredMoment {
  $moment: string;
}

export const stored = (input: NewPost): StoredInput => mapped(input, (value) => (value instanceof Date ? { $moment: value.toISOString() } : undefined)) as StoredInput;

export const restored = (input: StoredInput): NewPost => mapped(input, (value) => (isMoment(value) ? new Date(value.$moment) : undefined)) as NewPost;

const isMoment = (value: unknown): value is StoredMoment => typeof value === 'object' && value !== null && '$moment' in value && typeof value.$moment === 'string';

/** The same, with everything in it for which `change` gives something replaced by that. */
function mapped(value: unknown, change: (value: unknown) => unknown): unknown {
  const changed = change(value);
  if (changed !== undefined) return changed;
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapped(item, change)]));
}
