import {
  BetweenHorizontalEnd,
  BetweenVerticalEnd,
  Bold,
  Code,
  FoldHorizontal,
  FoldVertical,
  Heading2,
  Heading3,
  Italic,
  List,
  ListOrdered,
  Minus,
  SquareCode,
  Strikethrough,
  Table2,
  TextQuote,
  Trash2,
} from '@lucide/vue';
import type { Editor } from '@tiptap/core';
import type { Component } from 'vue';

export interface EditorAction {
  name: string;
  icon: Component;
  /** The keys that do the same, without the Ctrl or ⌘ that opens them. */
  keys?: string;
  run: (editor: Editor) => boolean;
}

/** What everybody uses, one button each; the name is the node's or mark's. */
export const commonActions: readonly EditorAction[] = [
  { name: 'bold', icon: Bold, keys: 'B', run: (editor) => editor.chain().focus().toggleBold().run() },
  { name: 'italic', icon: Italic, keys: 'I', run: (editor) => editor.chain().focus().toggleItalic().run() },
  { name: 'bulletList', icon: List, keys: '⇧8', run: (editor) => editor.chain().focus().toggleBulletList().run() },
];

/** The rest, behind one button: the bar stays calm, and fits a phone. */
export const furtherActions: readonly EditorAction[] = [
  { name: 'orderedList', icon: ListOrdered, keys: '⇧7', run: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { name: 'blockquote', icon: TextQuote, keys: '⇧B', run: (editor) => editor.chain().focus().toggleBlockquote().run() },
  { name: 'strike', icon: Strikethrough, keys: '⇧S', run: (editor) => editor.chain().focus().toggleStrike().run() },
  { name: 'code', icon: Code, keys: 'E', run: (editor) => editor.chain().focus().toggleCode().run() },
  { name: 'codeBlock', icon: SquareCode, keys: 'Alt C', run: (editor) => editor.chain().focus().toggleCodeBlock().run() },
  { name: 'table', icon: Table2, run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run() },
];

/** What gives a long text its parts; a comment needs none. */
export const pageActions: readonly EditorAction[] = [
  { name: 'heading2', icon: Heading2, keys: 'Alt 2', run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run() },
  { name: 'heading3', icon: Heading3, keys: 'Alt 3', run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run() },
  { name: 'horizontalRule', icon: Minus, run: (editor) => editor.chain().focus().setHorizontalRule().run() },
];

/** Largest table that the server takes. */
const ROWS_LIMIT = 100;
const COLUMNS_LIMIT = 20;

/** What can be done to the table that the caret is in. */
export const tableActions: readonly EditorAction[] = [
  { name: 'addRow', icon: BetweenHorizontalEnd, run: (editor) => sizeOfTable(editor).rows < ROWS_LIMIT && editor.chain().focus().addRowAfter().run() },
  { name: 'addColumn', icon: BetweenVerticalEnd, run: (editor) => sizeOfTable(editor).columns < COLUMNS_LIMIT && editor.chain().focus().addColumnAfter().run() },
  { name: 'deleteRow', icon: FoldVertical, run: (editor) => editor.chain().focus().deleteRow().run() },
  { name: 'deleteColumn', icon: FoldHorizontal, run: (editor) => editor.chain().focus().deleteColumn().run() },
  { name: 'deleteTable', icon: Trash2, run: (editor) => editor.chain().focus().deleteTable().run() },
];

function sizeOfTable(editor: Editor): { rows: number; columns: number } {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name === 'table') return { rows: node.childCount, columns: node.firstChild?.childCount ?? 0 };
  }
  return { rows: 0, columns: 0 };
}

/** Whether the caret stands in what the action makes. */
export function isActive(editor: Editor, name: string): boolean {
  const level = /^heading(\d)$/.exec(name)?.[1];
  return level ? editor.isActive('heading', { level: Number(level) }) : editor.isActive(name);
}
