import { useClientHandle } from '@urql/vue';

import type { SuggestedPerson } from './mention.ts';
import { MentionSuggestionsDocument } from './MentionSuggestions.generated.ts';

/** Finds colleagues as the directory does: by name, title, department or skill. No answer means no suggestion: writing goes on either way. */
export function usePeopleSuggestions(): (search: string) => Promise<SuggestedPerson[]> {
  const { client } = useClientHandle();
  return async (search) => {
    const { data } = await client.query(MentionSuggestionsDocument, { search: search.trim() });
    return data?.people.edges.map((edge) => edge.node) ?? [];
  };
}
