import { richTextOf, type RichTextDocument } from '@parvis/conversations/server';
import type { EntityManager } from 'typeorm';

type RichTextNode = NonNullable<RichTextDocument['content']>[number];

const mention = /@\{([^{}\s]{1,200})\}/g;

/**
 * Turns plain text into rich text for texts such as these: `@{identifier}` becomes a mention of that person, if there is one. Looks all of them up
 * at once.
 */
export async function bodyWriter(manager: EntityManager, texts: readonly string[]): Promise<(text: string) => RichTextDocument> {
  const identifiers = new Set(texts.flatMap((text) => (text.includes('@{') ? [...text.matchAll(mention)].map((match) => match[1] ?? '') : [])));
  if (identifiers.size === 0) return richTextOf;
  const people: { identifier: string; id: string; label: string }[] = await manager.query(
    'SELECT identifier, id, display_name AS label FROM person WHERE identifier = ANY($1)',
    [[...identifiers]],
  );
  const known = new Map(people.map(({ identifier, id, label }) => [identifier, { id, label }]));
  return (text) => withMentions(richTextOf(text), known);
}

function withMentions<Node extends RichTextDocument | RichTextNode>(node: Node, known: ReadonlyMap<string, { id: string; label: string }>): Node {
  if (!node.content) return node;
  const content = node.content.flatMap((child) => (child.type === 'text' ? split(child.text ?? '', known) : [withMentions(child, known)]));
  return { ...node, content };
}

function split(text: string, known: ReadonlyMap<string, { id: string; label: string }>): RichTextNode[] {
  const nodes: RichTextNode[] = [];
  let end = 0;
  for (const match of text.matchAll(mention)) {
    const person = known.get(match[1] ?? '');
    if (!person) continue;
    if (match.index > end) nodes.push({ type: 'text', text: text.slice(end, match.index) });
    nodes.push({ type: 'mention', attrs: { ...person } });
    end = match.index + match[0].length;
  }
  if (end < text.length) nodes.push({ type: 'text', text: text.slice(end) });
  return nodes;
}
