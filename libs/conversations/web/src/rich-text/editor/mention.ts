import { mergeAttributes } from '@tiptap/core';
import { Mention, type MentionOptions } from '@tiptap/extension-mention';
import type { Suggested, Suggestion } from './suggested.ts';

const attribute = (name: string) => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: String(attributes[name]) }),
});

/** The node `mention {id, label, kind}` of the contract; `@` asks `suggestion` for people and communities. */
export function mentionNode(suggestion: Suggestion) {
  return Mention.extend<MentionOptions<Suggested, Suggested>>({
    addAttributes() {
      return {
        id: attribute('id'),
        label: attribute('label'),
        kind: {
          default: null,
          parseHTML: (element) => (element.getAttribute('data-kind') === 'community' ? 'community' : null),
          renderHTML: ({ kind }) => (kind ? { 'data-kind': String(kind) } : {}),
        },
      };
    },
  }).configure({
    deleteTriggerWithBackspace: true,
    renderText: ({ node }) => `@${String(node.attrs.label || '…')}`,
    renderHTML: ({ options, node }) => ['span', mergeAttributes({ class: 'mention' }, options.HTMLAttributes), `@${String(node.attrs.label || '…')}`],
    suggestion: {
      char: '@',
      // Names hold spaces; a long run of words is a sentence and no name any more.
      allowSpaces: true,
      // A hashtag that has begun has a list of its own.
      shouldShow: ({ query }) => query.length <= 60 && query.split(/\s/u).length <= 4 && !query.includes('#'),
      allowedPrefixes: [' ', '\u00A0', '\u202F', '('],
      minQueryLength: 1,
      debounce: 150,
      command: ({ editor, range, props: { kind, id, label } }) => {
        editor
          .chain()
          .focus()
          .insertContentAt(range, [
            { type: 'mention', attrs: { id, label, kind: kind === 'community' ? kind : null } },
            { type: 'text', text: ' ' },
          ])
          .run();
      },
      ...suggestion,
    },
  });
}
