import { describe, expect, it } from '@jest/globals';
import { checkedRichText, maxTextLength, mentionedCommunityIds, mentionedIds, plainText, readRichText, richTextOf, tagsOf, type RichTextNode } from './rich-text.ts';

const text = (content: string, ...marks: RichTextNode['marks'] & object): RichTextNode => ({ type: 'text', text: content, ...(marks.length > 0 && { marks }) });
const tag = (name: string): RichTextNode => ({ type: 'hashtag', attrs: { tag: name } });
const lineBreak: RichTextNode = { type: 'hardBreak' };
const block = (type: string, ...content: RichTextNode[]): RichTextNode => ({ type, content });
const doc = (...content: RichTextNode[]) => ({ type: 'doc' as const, content });
const ana = '0192f0c1-0000-7000-8000-000000000001';
const mention = (id: string, label = 'Ana'): RichTextNode => ({ type: 'mention', attrs: { id, label } });
const community = (id: string, label = 'Quality'): RichTextNode => ({ type: 'mention', attrs: { id, label, kind: 'community' } });
const row = (cells: number, type = 'tableCell') => block('tableRow', ...Array.from({ length: cells }, (_, i) => block(type, block('paragraph', text(`${i}`)))));
const table = (rows: number, columns: number) => block('table', row(columns, 'tableHeader'), ...Array.from({ length: rows - 1 }, () => row(columns)));
const heading = (level: number): RichTextNode => ({ ...block('heading', text('x')), attrs: { level } });
const code = (language: string): RichTextNode => ({ ...block('codeBlock', text('x')), attrs: { language } });
const linkTo = (href: string) => doc(block('paragraph', text('here', { type: 'link', attrs: { href } })));
const nested = (depth: number): RichTextNode => (depth === 0 ? text('deep') : block('blockquote', nested(depth - 1)));

describe('richTextOf', () => {
  it.each([
    ['a line', 'Hello', [[text('Hello')]]],
    ['line ends', 'one\ntwo', [[text('one'), lineBreak, text('two')]]],
    ['line ends of Windows', 'one\r\n\r\ntwo', [[text('one')], [text('two')]]],
    ['many blank lines', 'one\n\n\n\ntwo', [[text('one')], [text('two')]]],
    ['white space only', ' \n\n ', []],
    ['a hashtag', 'see #Vélo!', [[text('see '), tag('Vélo'), text('!')]]],
    ['hashtags side by side', '#a #b', [[tag('a'), text(' '), tag('b')]]],
    ['a number, which is no hashtag', 'point #3', [[text('point #3')]]],
    ['an address, which holds no hashtag', 'https://x.org/p#part', [[text('https://x.org/p#part')]]],
    ['a zero byte', 'a\u0000b', [[text('ab')]]],
  ])('reads %s', (_what, from, paragraphs) => {
    expect(richTextOf(from)).toEqual(doc(...paragraphs.map((content) => block('paragraph', ...content))));
  });

  it('makes nothing that checkedRichText refuses', () => {
    const made = richTextOf('Bonjour #été, voir https://x.org/#1\n\n#2026_plan fin');
    expect(checkedRichText('body', made)).toEqual(made);
  });
});

describe('readRichText', () => {
  it('leaves what is allowed as it is', () => {
    const whole = doc(heading(2), block('paragraph', text('so ', { type: 'bold' }), mention(ana), community(ana, ''), tag('vélo'), lineBreak), table(2, 2), code('ts'));
    expect(readRichText(whole)).toEqual(whole);
  });

  it('drops attributes that nobody put there by the editor', () => {
    expect(readRichText(doc({ type: 'paragraph', attrs: { onclick: 'planted=1' }, content: [text('x')] }))).toEqual(doc(block('paragraph', text('x'))));
  });

  it.each([
    ['a link that runs', linkTo('javascript:planted=1'), ['here']],
    ['a node that is unknown', doc({ type: 'script', content: [text('planted=1')] }, block('paragraph', text('one'))), ['planted=1', 'one']],
    ['a mark that is unknown', doc(block('paragraph', text('one', { type: 'style' }))), ['one']],
  ])('leaves the words of %s', (_what, stored, words) => {
    expect(readRichText(stored)).toEqual(richTextOf(words.join('\n')));
  });

  it.each([['nothing', null], ['a text', 'words'], ['lists without end', doc(nested(60))]])('makes an empty document of %s', (_what, stored) => {
    expect(readRichText(stored)).toEqual(doc());
  });
});

describe('plainText', () => {
  it.each([
    ['paragraphs', doc(block('paragraph', text('one')), block('paragraph', text('two'))), 'one\ntwo'],
    ['marks', doc(block('paragraph', text('so ', { type: 'bold' }), text('good', { type: 'italic' }))), 'so good'],
    ['a list', doc(block('bulletList', block('listItem', block('paragraph', text('one'))), block('listItem', block('paragraph', text('two'))))), 'one\ntwo'],
    ['a table', doc(block('paragraph', text('x')), table(2, 3), block('paragraph', text('y'))), 'x\n0\t1\t2\n0\t1\t2\ny'],
    ['a heading and a rule', doc(heading(2), { type: 'horizontalRule' }, block('paragraph', text('y'))), 'x\ny'],
    ['a community, whose name is not theirs to tell', doc(block('paragraph', community(ana, ''))), '@…'],
    ['breaks, mentions and hashtags', doc(block('paragraph', mention(ana), lineBreak, tag('vélo'))), '@Ana\n#vélo'],
    ['nothing', doc(), ''],
  ])('says what %s say', (_what, document, says) => {
    expect(plainText(document)).toBe(says);
  });
});

describe('tagsOf and mentionedIds', () => {
  const document = doc(block('paragraph', tag('Vélo'), mention(ana)), block('bulletList', block('listItem', block('paragraph', tag('vélo'), tag('Été'), mention(ana)))));

  it('name each hashtag once, lower-cased', () => expect(tagsOf(document)).toEqual(['vélo', 'été']));
  it('name each person once', () => expect(mentionedIds(document)).toEqual([ana]));
  it('tell communities from people', () => {
    const both = doc(block('paragraph', mention(ana), community(ana.replace('1', '2')), community(ana.replace('1', '2'))));
    expect([mentionedIds(both), mentionedCommunityIds(both)]).toEqual([[ana], [ana.replace('1', '2')]]);
  });
  it('find nothing in nothing', () => expect([tagsOf(doc()), mentionedIds(doc())]).toEqual([[], []]));
});

describe('checkedRichText', () => {
  it.each([
    ['every node', doc(block('paragraph', text('a'), lineBreak, mention(ana), tag('vélo')), block('codeBlock', text('x')), block('blockquote', block('paragraph', text('q'))), block('orderedList', block('listItem', block('paragraph', text('1')))))],
    ['what pages are made of', doc(heading(2), heading(3), { type: 'horizontalRule' }, code('c++'), table(2, 2), block('paragraph', community(ana)))],
    ['the largest table', doc(table(100, 20))],
    ['every mark', doc(block('paragraph', text('a', { type: 'bold' }, { type: 'italic' }, { type: 'strike' }, { type: 'code' }, { type: 'link', attrs: { href: 'mailto:a@x.org' } })))],
    ['an address', linkTo('https://x.org/?q=1#a')],
    ['as much text as allowed', doc(block('paragraph', text('x'.repeat(maxTextLength))))],
    ['as deep as allowed', doc(nested(11))],
  ])('lets in %s', (_what, document) => {
    expect(checkedRichText('body', document)).toEqual(document);
  });

  it('drops attributes that nobody asked for', () => {
    const dressed = { type: 'doc', onload: 'x()', content: [{ type: 'paragraph', attrs: { style: 'color:red' }, content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: 'https://x.org', target: '_top', onclick: 'x()' } }] }] }] };
    expect(checkedRichText('body', dressed)).toEqual(doc(block('paragraph', text('a', { type: 'link', attrs: { href: 'https://x.org' } }))));
  });

  it.each([
    ['nothing', null],
    ['a string', 'hello'],
    ['a list', []],
    ['another document', { type: 'paragraph', content: [] }],
    ['an unknown node', doc(block('iframe', text('x')))],
    ['an unknown mark', doc(block('paragraph', text('x', { type: 'underline' })))],
    ['content that is no list', { type: 'doc', content: 'x' }],
    ['an empty text', doc(block('paragraph', text('')))],
    ['a heading above the title', doc(heading(1))],
    ['a heading whose level is a word', doc({ ...block('heading', text('x')), attrs: { level: '2' } })],
    ['a language that is a sentence', doc(code('type script'))],
    ['a table too long', doc(table(101, 1))],
    ['a table too wide', doc(table(1, 21))],
    ['a table without rows', doc(block('table'))],
    ['words between the cells', doc(block('table', block('tableRow', block('paragraph', text('x')))))],
    ['a row outside a table', doc(row(1))],
    ['a cell outside a row', doc(block('tableCell', block('paragraph', text('x'))))],
    ['a mention of another kind', doc(block('paragraph', { type: 'mention', attrs: { id: ana, label: 'x', kind: 'post' } }))],
    ['a mention of no id', doc(block('paragraph', mention('ana')))],
    ['a mention with a very long name', doc(block('paragraph', mention(ana, 'x'.repeat(201))))],
    ['a hashtag with a space', doc(block('paragraph', tag('a b')))],
    ['a hashtag too long', doc(block('paragraph', tag('x'.repeat(61))))],
    ['a script address', linkTo('javascript:alert(1)')],
    ['a script address with white space', linkTo(' java\nscript:alert(1)')],
    ['a data address', linkTo('data:text/html,x')],
    ['a relative address', linkTo('/people')],
    ['a very long address', linkTo(`https://x.org/${'x'.repeat(2_000)}`)],
    ['a document too deep', doc(nested(12))],
    ['a document far too deep', doc(nested(5_000))],
    ['too many nodes', doc(...Array.from({ length: 5_001 }, () => block('paragraph', text('x'))))],
    ['a zero byte in the text', doc(block('paragraph', text('a\u0000b')))],
    ['a zero byte in an address', linkTo('https://x.org/\u0000')],
    ['half a character in the text', doc(block('paragraph', text('a\ud83d')))],
    ['half a character in an address', linkTo('https://x.org/\ud83d')],
    ['half a character in a name', doc(block('paragraph', text('a'), mention(ana, '\ude00')))],
  ])('refuses %s', (_what, document) => {
    expect(() => checkedRichText('body', document)).toThrow(expect.objectContaining({ code: 'RICH_TEXT_NOT_ALLOWED', field: 'body' }));
  });

  it.each([
    ['no content', doc()],
    ['empty paragraphs', doc(block('paragraph'), block('paragraph', lineBreak))],
    ['white space', doc(block('paragraph', text(' \u00a0 ')))],
  ])('asks for words when there is %s', (_what, document) => {
    expect(() => checkedRichText('body', document)).toThrow(expect.objectContaining({ code: 'TEXT_REQUIRED', field: 'body' }));
  });

  it('refuses too much text and says how much is allowed', () => {
    const document = doc(block('paragraph', text('x'.repeat(maxTextLength))), block('paragraph', text('x')));
    expect(() => checkedRichText('title', document)).toThrow(expect.objectContaining({ code: 'TEXT_TOO_LONG', field: 'title', params: { max: maxTextLength } }));
  });
});
