import type { RichTextNode } from '@parvis/platform/web';

/** The longest text that the server takes, in characters. */
export const RICH_TEXT_LIMIT = 20_000;

/** The words of a document, blocks on lines of their own. */
export function plainText(node: RichTextNode | null | undefined): string {
  if (!node) return '';
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'mention') return `@${String(node.attrs?.label || '…')}`;
  if (node.type === 'hashtag') return `#${String(node.attrs?.tag ?? '')}`;
  if (node.type === 'hardBreak') return '\n';
  const words = (node.content ?? []).map(plainText);
  if (node.type === 'tableRow') return words.join('\t');
  return words.join(isTextBlock(node) ? '' : '\n');
}

/** How many characters the server will count. */
export function textLength(node: RichTextNode | null | undefined): number {
  return plainText(node).replace(/\n{2,}/g, '\n').length;
}

export function isBlank(node: RichTextNode | null | undefined): boolean {
  return plainText(node).trim() === '';
}

/** Whether the node holds words directly, on lines of its own. */
export function isTextBlock(node: RichTextNode): boolean {
  return node.type === 'paragraph' || node.type === 'codeBlock' || node.type === 'heading';
}

/** The first page on the web that a document links to. */
export const firstLink = (node: RichTextNode | null | undefined): string | null => linksOf(node).next().value ?? null;

/** The links of a document, to the web, in their order. */
export function* linksOf(node: RichTextNode | null | undefined): Generator<string, undefined> {
  const own = node?.marks?.find(({ type }) => type === 'link')?.attrs?.['href'];
  if (typeof own === 'string' && /^https?:\/\//i.test(own)) yield own;
  for (const child of node?.content ?? []) yield* linksOf(child);
  return undefined;
}

/** The hashtags that stand in a document, as written. */
export function hashtagsOf(node: RichTextNode): string[] {
  if (node.type === 'hashtag') return [String(node.attrs?.tag ?? '')];
  return (node.content ?? []).flatMap(hashtagsOf);
}
