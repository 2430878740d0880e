import type { Transaction } from '@parvis/platform/server';
import { mentionedIds, type RichTextDocument, type RichTextNode } from './rich-text.ts';

/**
 * The document with its mentions as they truly are: the label is the person's own name, whatever the client sent, and a mention of nobody
 * becomes plain text. Nobody can write « @Chief Executive » over somebody else's profile. Communities lose their label: their name is given
 * when the text is read, to those who may know it (`CommunityNames`).
 */
export async function withTrueMentions(tx: Transaction, richText: RichTextDocument): Promise<RichTextDocument> {
  const ids = mentionedIds(richText);
  const people: { id: string; name: string }[] =
    ids.length === 0 ? [] : await tx.manager.query('SELECT id, display_name AS name FROM person WHERE id = ANY($1)', [ids]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return withMentions(richText, (mention) => (mention.attrs?.['kind'] === 'community' ? communityMention(mention, '') : personMention(mention, names)));
}

/** The same document, each mention replaced. */
export function withMentions(richText: RichTextDocument, replaced: (mention: RichTextNode) => RichTextNode): RichTextDocument {
  const visit = (node: RichTextNode): RichTextNode => {
    if (node.type === 'mention') return replaced(node);
    return node.content ? { ...node, content: node.content.map(visit) } : node;
  };
  return richText.content ? { ...richText, content: richText.content.map(visit) } : richText;
}

export const mentionId = (mention: RichTextNode): string => String(mention.attrs?.['id'] ?? '').toLowerCase();

export const communityMention = (mention: RichTextNode, label: string): RichTextNode => ({ type: 'mention', attrs: { id: mentionId(mention), label, kind: 'community' } });

function personMention(mention: RichTextNode, names: ReadonlyMap<string, string>): RichTextNode {
  const id = mentionId(mention);
  const name = names.get(id);
  return name === undefined ? { type: 'text', text: `@${mention.attrs?.['label'] ?? ''}` } : { type: 'mention', attrs: { id, label: name } };
}
