import type { DraftDetails } from './draft-store.ts';

/** The details with one of them changed, or left out (undefined); null when nothing is filled in any more. */
export function withDetail(details: DraftDetails | null, name: string, value: unknown): DraftDetails | null {
  const { title, [name]: _former, ...others } = details ?? { title: '' };
  if (value === undefined && title === '' && Object.keys(others).length === 0) return null;
  return { title, ...others, ...(value !== undefined && { [name]: value }) };
}
