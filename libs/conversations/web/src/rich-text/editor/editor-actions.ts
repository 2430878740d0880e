import { Bold, Code, Italic, List, ListOrdered, SquareCode, TextQuote } from '@lucide/vue';
import type { Editor } from '@tiptap/core';
import type { Component } from 'vue';

export interface EditorAction {
  name: string;
  icon: Component;
  /** The keys that do the same, without the Ctrl or ⌘ that opens them. */
  keys: string;
  run: (editor: Editor) => boolean;
}

/** What the toolbar offers, one button each; the name is the node's or mark's. */
export const editorActions: readonly EditorAction[] = [
  { name: 'bold', icon: Bold, keys: 'B', run: (editor) => editor.chain().focus().toggleBold().run() },
  { name: 'italic', icon: Italic, keys: 'I', run: (editor) => editor.chain().focus().toggleItalic().run() },
  { name: 'bulletList', icon: List, keys: '⇧8', run: (editor) => editor.chain().focus().toggleBulletList().run() },
  { name: 'orderedList', icon: ListOrdered, keys: '⇧7', run: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { name: 'blockquote', icon: TextQuote, keys: '⇧B', run: (editor) => editor.chain().focus().toggleBlockquote().run() },
  { name: 'code', icon: Code, keys: 'E', run: (editor) => editor.chain().focus().toggleCode().run() },
  { name: 'codeBlock', icon: SquareCode, keys: 'Alt C', run: (editor) => editor.chain().focus().toggleCodeBlock().run() },
];
