import { InputRule, Node, mergeAttributes } from '@tiptap/core';
import { hashtagBeforeCaret } from '../publishable.ts';

/** The node `hashtag {tag}`: `#word` becomes one at the space or the line end that follows it. */
export const Hashtag = Node.create({
  name: 'hashtag',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,

  addAttributes() {
    return {
      tag: {
        default: '',
        parseHTML: (element) => element.getAttribute('data-tag') ?? '',
        renderHTML: (attributes) => ({ 'data-tag': String(attributes.tag) }),
      },
    };
  },

  parseHTML() {
    return [{ tag: 'span[data-tag]' }];
  },

  renderHTML({ node, HTMLAttributes }) {
    return ['span', mergeAttributes({ class: 'hashtag' }, HTMLAttributes), `#${String(node.attrs.tag)}`];
  },

  renderText({ node }) {
    return `#${String(node.attrs.tag)}`;
  },

  addInputRules() {
    return [
      new InputRule({
        find: (text) => {
          if (!/\s$/u.test(text)) return null;
          const match = hashtagBeforeCaret(text.slice(0, -1));
          return match && { index: match.index, text: text.slice(match.index), data: { tag: match.tag } };
        },
        handler: ({ state, range, match }) => {
          // Bold chosen before the space is bold after it.
          const marks = state.storedMarks ?? state.selection.$from.marks();
          const space = state.schema.text(match[0].slice(-1), marks);
          state.tr.replaceWith(range.from, range.to, [this.type.create({ tag: match.data!.tag }), space]).setStoredMarks(marks);
        },
      }),
    ];
  },

  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { $from, empty } = editor.state.selection;
        if (!empty || editor.isActive('code') || editor.isActive('codeBlock')) return false;
        const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC');
        const match = hashtagBeforeCaret(before);
        if (!match) return false;
        const from = $from.start() + match.index;
        editor.commands.insertContentAt({ from, to: $from.pos }, { type: this.name, attrs: { tag: match.tag } });
        // The line is still to be broken: what comes next in line does that.
        return false;
      },
      // The last letter goes, the rest is text again: a tag is corrected as any word.
      Backspace: ({ editor }) => {
        const { $from, empty } = editor.state.selection;
        const before = $from.nodeBefore;
        if (!empty || before?.type !== this.type) return false;
        return editor.commands.insertContentAt({ from: $from.pos - before.nodeSize, to: $from.pos }, { type: 'text', text: `#${String(before.attrs.tag)}` });
      },
    };
  },
});
