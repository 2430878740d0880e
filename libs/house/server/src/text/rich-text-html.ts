import type { RichTextDocument, RichTextNode } from '@parvis/conversations/server';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] as string);

/** A document of the editor as HTML, for pages that stand without the application. What is not named here is left out; text is never read as HTML. */
export function richTextHtml(richText: RichTextDocument): string {
  return inside(richText.content);
}

const inside = (nodes: RichTextNode[] | undefined): string => (nodes ?? []).map((node) => (Object.hasOwn(elements, node.type) ? elements[node.type]?.(node) ?? '' : '')).join('');
const element = (name: string) => (node: RichTextNode): string => `<${name}>${inside(node.content)}</${name}>`;

const elements: Record<string, (node: RichTextNode) => string> = {
  paragraph: element('p'),
  bulletList: element('ul'),
  orderedList: element('ol'),
  listItem: element('li'),
  blockquote: element('blockquote'),
  heading: (node) => element(node.attrs?.['level'] === 3 ? 'h3' : 'h2')(node),
  codeBlock: (node) => `<pre><code>${inside(node.content)}</code></pre>`,
  table: (node) => `<div class="table" tabindex="0" role="region"><table><tbody>${inside(node.content)}</tbody></table></div>`,
  tableRow: element('tr'),
  tableCell: element('td'),
  tableHeader: element('th'),
  horizontalRule: () => '<hr>',
  hardBreak: () => '<br>',
  text: ({ text = '', marks = [] }) => marks.reduceRight((words, { type, attrs }) => marked(words, type, attrs?.['href']), escapeHtml(text)),
  mention: ({ attrs }) => escapeHtml(attrs?.['label'] ? `@${attrs['label']}` : ''),
  hashtag: ({ attrs }) => escapeHtml(`#${attrs?.['tag'] ?? ''}`),
};

const markElements: Record<string, string> = { bold: 'strong', italic: 'em', strike: 's', code: 'code' };

function marked(words: string, type: string, href: string | undefined): string {
  // Checked when it was written, and once more: what stands in the table may be older than a rule.
  if (type === 'link') return href && URL.canParse(href) && ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol) ? `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${words}</a>` : words;
  const name = markElements[type];
  return name ? `<${name}>${words}</${name}>` : words;
}
