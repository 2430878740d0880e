import type { Client } from '@urql/vue';

import { SuggestedTagsDocument } from './suggestedTags.generated.ts';

/** Hashtags that exist, for what somebody types after a #. */
export async function suggestedTags(client: Client, begun: string): Promise<{ name: string; postCount: number }[]> {
  const { data } = await client.query(SuggestedTagsDocument, { begun });
  return data?.suggestedTags ?? [];
}
