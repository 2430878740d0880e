import { describe, expect, it } from '@jest/globals';
import type { RichTextNode } from '@parvis/conversations/server';
import { richTextHtml } from './rich-text-html.ts';

const text = (words: string, ...marks: { type: string; attrs?: Record<string, string> }[]): RichTextNode => ({ type: 'text', text: words, marks });
const html = (...content: RichTextNode[]) => richTextHtml({ type: 'doc', content });

describe('a document as HTML', () => {
  it.each([
    ['paragraphs', [{ type: 'paragraph', content: [text('Be kind'), { type: 'hardBreak' }, text('and true.')] }], '<p>Be kind<br>and true.</p>'],
    ['headings', [{ type: 'heading', attrs: { level: 2 }, content: [text('Who')] }, { type: 'heading', attrs: { level: 3 }, content: [text('Where')] }], '<h2>Who</h2><h3>Where</h3>'],
    ['lists', [{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('One')] }] }] }], '<ul><li><p>One</p></li></ul>'],
    ['marks, one in the other', [text('so', { type: 'bold' }, { type: 'italic' })], '<strong><em>so</em></strong>'],
    ['links', [text('us', { type: 'link', attrs: { href: 'https://example.org/?a=1&b="2"' } })], '<a href="https://example.org/?a=1&amp;b=&quot;2&quot;" rel="noopener noreferrer">us</a>'],
  ])('has %s', (_what, content, expected) => {
    expect(html(...content)).toBe(expected);
  });

  it.each([
    ['text that looks like it', [text('<script>alert(1)</script>')], '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a link that runs', [text('us', { type: 'link', attrs: { href: 'javascript:alert(1)' } })], 'us'],
    ['a node that nobody knows', [{ type: 'script', content: [text('alert(1)')] }], ''],
    ['a node named like what every object has', [{ type: 'constructor', content: [] }], ''],
    ['a mention', [{ type: 'mention', attrs: { id: 'x', label: '<b>Ada</b>' } }], '@&lt;b&gt;Ada&lt;/b&gt;'],
  ])('has nothing that runs of %s', (_what, content, expected) => {
    expect(html(...content)).toBe(expected);
  });
});
