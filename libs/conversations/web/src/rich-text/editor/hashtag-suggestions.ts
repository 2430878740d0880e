import { useFormats } from '@parvis/platform/web';
import { type Client, useClientHandle } from '@urql/vue';

import type { Suggested } from './suggested.ts';

/** Hashtags that begin so, and in how many posts they are. */
type FindTags = (client: Client, begun: string) => Promise<{ name: string; postCount: number }[]>;

let findTags: FindTags | undefined;

/** The domain that knows hashtags says how they are found, at its door. */
export const suggestTagsBy = (how: FindTags): void => void (findTags = how);

/** No answer means no suggestion: writing goes on either way. */
export function useHashtagSuggestions(): (begun: string) => Promise<Suggested[]> {
  const { client } = useClientHandle();
  const { counted } = useFormats();
  return async (begun) => {
    const tags = (await findTags?.(client, begun)) ?? [];
    return tags.map(({ name, postCount }) => ({ kind: 'hashtag', id: name, label: name, detail: counted('conversations.editor.uses', postCount) }));
  };
}
