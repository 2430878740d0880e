import { mergeAttributes } from '@tiptap/core';
import { Mention, type MentionOptions } from '@tiptap/extension-mention';
import type { SuggestionOptions } from '@tiptap/suggestion';

export interface SuggestedPerson {
  id: string;
  displayName: string;
  title?: string | null;
  department?: string | null;
}

export type MentionSuggestion = Pick<SuggestionOptions<SuggestedPerson, SuggestedPerson>, 'items' | 'render'>;

/** The node `mention {id, label}` of the contract; `@` asks `suggestion` for people. */
export function personMention(suggestion: MentionSuggestion) {
  return Mention.extend<MentionOptions<SuggestedPerson, SuggestedPerson>>({
    addAttributes() {
      return {
        id: { default: '', parseHTML: (element) => element.getAttribute('data-id') ?? '', renderHTML: ({ id }) => ({ 'data-id': String(id) }) },
        label: {
          default: '',
          parseHTML: (element) => element.getAttribute('data-label') ?? '',
          renderHTML: ({ label }) => ({ 'data-label': String(label) }),
        },
      };
    },
  }).configure({
    deleteTriggerWithBackspace: true,
    renderText: ({ node }) => `@${String(node.attrs.label)}`,
    renderHTML: ({ options, node }) => ['span', mergeAttributes({ class: 'mention' }, options.HTMLAttributes), `@${String(node.attrs.label)}`],
    suggestion: {
      char: '@',
      // Names hold spaces; a long run of words is a sentence and no name any more.
      allowSpaces: true,
      shouldShow: ({ query }) => query.length <= 60 && query.split(/\s/u).length <= 4,
      allowedPrefixes: [' ', '\u00A0', '\u202F', '('],
      minQueryLength: 1,
      debounce: 150,
      command: ({ editor, range, props: person }) => {
        editor
          .chain()
          .focus()
          .insertContentAt(range, [
            { type: 'mention', attrs: { id: person.id, label: person.displayName } },
            { type: 'text', text: ' ' },
          ])
          .run();
      },
      ...suggestion,
    },
  });
}
