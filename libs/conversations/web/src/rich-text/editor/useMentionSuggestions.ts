import { useFormats } from '@parvis/platform/web';
import { useClientHandle } from '@urql/vue';

import type { Suggested } from './suggested.ts';
import { MentionSuggestionsDocument } from './MentionSuggestions.generated.ts';

/** Finds colleagues as the directory does, and communities by their name. No answer means no suggestion: writing goes on either way. */
export function useMentionSuggestions(): (search: string) => Promise<Suggested[]> {
  const { client } = useClientHandle();
  const { counted } = useFormats();
  return async (search) => {
    const { data } = await client.query(MentionSuggestionsDocument, { search: search.trim() });
    if (!data) return [];
    const people = data.people.edges.map(({ node }): Suggested => ({
      kind: 'person',
      id: node.id,
      label: node.displayName,
      detail: [node.title, node.department].filter(Boolean).join(' · '),
    }));
    const communities = data.communities.edges.map(({ node }): Suggested => ({
      kind: 'community',
      id: node.id,
      label: node.name,
      detail: counted('conversations.editor.community', node.memberCount),
    }));
    return [...people, ...communities];
  };
}
