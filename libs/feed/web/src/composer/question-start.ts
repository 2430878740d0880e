import type { AskedFor, RichTextDocument, RichTextNode } from '@parvis/platform/web';

export interface QuestionStart {
  kind: 'QUESTION';
  title: string;
  body: RichTextDocument | null;
}

const longestTitle = 200;

/** A question to publish from what somebody asked: its first line is the title, the rest stands below; whoever is asked is mentioned first. */
export function questionStart({ text, of }: AskedFor): QuestionStart {
  const [first = '', ...rest] = text.trim().split('\n').map((line) => line.trim());
  const title = [...first].length <= longestTitle ? first : `${[...first].slice(0, longestTitle - 1).join('').replace(/\s+\S*$/, '')}…`;
  const lines = (title === first ? rest : [first, ...rest]).filter(Boolean);
  const paragraphs: RichTextNode[] = lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }));
  if (of) paragraphs.unshift({ type: 'paragraph', content: [{ type: 'mention', attrs: { id: of.id, label: of.name } }, { type: 'text', text: ' ' }] });
  return { kind: 'QUESTION', title, body: paragraphs.length > 0 ? { type: 'doc', content: paragraphs } : null };
}
