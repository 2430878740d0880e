import type { SuggestionOptions } from '@tiptap/suggestion';

/** Somebody, some community or a hashtag that the list under the caret offers. */
export interface Suggested {
  kind: 'person' | 'community' | 'hashtag';
  id: string;
  label: string;
  detail?: string;
}

/** Finds and shows what one of the signs asks for. */
export type Suggestion = Pick<SuggestionOptions<Suggested, Suggested>, 'items' | 'render'>;
