import type { RichTextDocument, RichTextNode } from '@parvis/platform/web';
import { describe, expect, it } from 'vitest';

import { hashtagBeforeCaret, readyToPublish } from './publishable.ts';

const paragraph = (...content: RichTextNode[]): RichTextNode => (content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' });
const words = (text: string): RichTextNode => ({ type: 'text', text });
const published = (...content: RichTextNode[]) => readyToPublish({ type: 'doc', content } satisfies RichTextDocument).content;

describe('readyToPublish', () => {
  it('keeps only what the contract allows', () => {
    const list: RichTextNode = { type: 'orderedList', attrs: { start: 3, type: null }, content: [{ type: 'listItem', content: [paragraph(words('one'))] }] };
    const link: RichTextNode = { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'https://a.example/', target: '_blank', rel: 'x' } }, { type: 'underline' }] };

    expect(published(list, { type: 'image', content: [words('no')] }, paragraph(link))).toEqual([
      { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph(words('one'))] }] },
      paragraph({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'https://a.example/' } }] }),
    ]);
  });

  it('keeps a table without the widths of its columns, and a language only when it is a word', () => {
    const cell = (type: string, attrs?: object): RichTextNode => ({ type, ...(attrs && { attrs: { ...attrs } }), content: [paragraph(words('x'))] });
    const table = (attrs?: object): RichTextNode => ({ type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader', attrs), cell('tableCell', attrs)] }] });
    const code = (language: string): RichTextNode => ({ type: 'codeBlock', attrs: { language }, content: [words('x')] });

    expect(published(table({ colspan: 1, rowspan: 1, colwidth: null }), code('ts'), code('type script'))).toEqual([
      table(),
      code('ts'),
      { type: 'codeBlock', content: [words('x')] },
    ]);
  });

  it('keeps the words of a link that leads nowhere and of a mention of nobody', () => {
    const link: RichTextNode = { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] };
    const mention: RichTextNode = { type: 'mention', attrs: { id: 'nobody', label: 'Ada' } };

    expect(published(paragraph(link, mention))).toEqual([paragraph(words('x'), words('@Ada'))]);
  });

  it('cuts blank paragraphs off both ends, not from the middle', () => {
    expect(published(paragraph(), paragraph(words('a')), paragraph(), paragraph(words('b')), paragraph(words('  ')))).toEqual([
      paragraph(words('a')),
      paragraph(),
      paragraph(words('b')),
    ]);
  });

  it.each<[string, (string | { tag: string })[]]>([
    ['#idée', [{ tag: 'idée' }]],
    ['see #rh-2026, then (#climat).', ['see ', { tag: 'rh-2026' }, ', then (', { tag: 'climat' }, ').']],
    ['number #1 and a#b', ['number #1 and a#b']],
    ['#e\u0301te\u0301', [{ tag: 'été' }]],
    [`#${'a'.repeat(61)}`, [`#${'a'.repeat(61)}`]],
  ])('turns the tags of %j into nodes', (text, expected) => {
    const nodes = expected.map((part) => (typeof part === 'string' ? words(part) : { type: 'hashtag', attrs: part }));

    expect(published(paragraph(words(text)))).toEqual([paragraph(...nodes)]);
  });

  it('leaves code as it is', () => {
    const block: RichTextNode = { type: 'codeBlock', content: [words('#define X')] };
    const inline = paragraph({ type: 'text', text: '#main', marks: [{ type: 'code' }] });

    expect(published(block, inline)).toEqual([block, inline]);
  });
});

describe('hashtagBeforeCaret', () => {
  it.each([
    ['a #mot', { tag: 'mot', index: 2 }],
    ['#déjà_vu', { tag: 'déjà_vu', index: 0 }],
    ['a#mot', null],
    ['#mot.', null],
    ['#12', null],
  ])('finds in %j', (text, expected) => {
    expect(hashtagBeforeCaret(text)).toEqual(expected);
  });
});
