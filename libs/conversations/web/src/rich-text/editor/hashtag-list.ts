import { Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion as suggestionPlugin } from '@tiptap/suggestion';

import type { Suggested, Suggestion } from './suggested.ts';

const key = new PluginKey('hashtagList');

/** `#` and a letter ask `suggestion` for hashtags that exist. Its keys come before those of the node: Enter takes what is marked. */
export const hashtagList = (suggestion: Suggestion) =>
  Extension.create({
    name: 'hashtagList',
    priority: 200,

    addProseMirrorPlugins() {
      return [
        suggestionPlugin<Suggested, Suggested>({
          editor: this.editor,
          pluginKey: key,
          char: '#',
          allowedPrefixes: [' ', '\u00A0', '\u202F', '('],
          minQueryLength: 1,
          debounce: 150,
          allow: ({ editor }) => !editor.isActive('code') && !editor.isActive('codeBlock'),
          command: ({ editor, range, props: { label } }) => {
            editor
              .chain()
              .focus()
              .insertContentAt(range, [
                { type: 'hashtag', attrs: { tag: label } },
                { type: 'text', text: ' ' },
              ])
              .run();
          },
          ...suggestion,
        }),
      ];
    },
  });
