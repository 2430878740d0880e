import { feedErrors } from '../feed.errors.ts';

const form = /^[\p{L}\p{N}_-]{1,60}$/u;

/** A hashtag as it is kept: lower-cased, without its #. Errors: TAG_INVALID. */
export function checkedTag(written: string): string {
  const tag = written.replace(/^#/, '').toLowerCase();
  if (!form.test(tag)) throw feedErrors.tagInvalid();
  return tag;
}

/** What somebody has typed of one, in the same form; null when no hashtag begins so. */
export function begunTag(written: string): string | null {
  const tag = written.replace(/^#/, '').toLowerCase();
  return form.test(tag) ? tag : null;
}
