import type { Transaction } from '@parvis/platform/server';
import { mentionedIds, type RichTextDocument, type RichTextNode } from './rich-text.ts';

/**
 * The document with its mentions as they truly are: the label is the person's own name, whatever the client sent, and a mention of nobody
 * becomes plain text. Nobody can write « @Chief Executive » over somebody else's profile.
 */
export async function withTrueMentions(tx: Transaction, richText: RichTextDocument): Promise<RichTextDocument> {
  const ids = mentionedIds(richText);
  if (ids.length === 0) return richText;
  const people: { id: string; name: string }[] = await tx.manager.query('SELECT id, display_name AS name FROM person WHERE id = ANY($1)', [ids]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return { ...richText, content: richText.content?.map((child) => trueNode(child, names)) };
}

function trueNode(node: RichTextNode, names: ReadonlyMap<string, string>): RichTextNode {
  if (node.type !== 'mention') return node.content ? { ...node, content: node.content.map((child) => trueNode(child, names)) } : node;
  const id = node.attrs?.['id']?.toLowerCase() ?? '';
  const name = names.get(id);
  return name === undefined ? { type: 'text', text: `@${node.attrs?.['label'] ?? ''}` } : { type: 'mention', attrs: { id, label: name } };
}
