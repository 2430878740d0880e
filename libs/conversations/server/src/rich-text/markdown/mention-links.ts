import type { RichTextNode } from '../rich-text.ts';

/** The page of a person or of a community that is mentioned, within Parvis. */
export function placeOf(mention: RichTextNode): string {
  return `/${mention.attrs?.['kind'] === 'community' ? 'communities' : 'people'}/${mention.attrs?.['id']}`;
}

const placeForm = /^\/(people|communities)\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;

/** The mention that a link to somebody's page stands for, when its words are « @ » and a name. */
export function mentionAt(url: string, words: string, baseUrl: string): RichTextNode | null {
  if (!url.startsWith(baseUrl) || !words.startsWith('@')) return null;
  const [, kind, id] = placeForm.exec(url.slice(baseUrl.length)) ?? [];
  if (!id) return null;
  const label = words.slice(1, 201);
  return { type: 'mention', attrs: { id: id.toLowerCase(), label, ...(kind === 'communities' && { kind: 'community' }) } };
}
