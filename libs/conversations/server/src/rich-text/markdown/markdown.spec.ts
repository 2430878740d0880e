import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkedRichText, type RichTextDocument, type RichTextMark, type RichTextNode } from '../rich-text.ts';
import { fromMarkdown } from './from-markdown.ts';
import { toMarkdown } from './to-markdown.ts';

const ana = '0192f0c1-0000-7000-8000-000000000001';
const text = (content: string, ...marks: RichTextMark[]): RichTextNode => ({ type: 'text', text: content, ...(marks.length > 0 && { marks }) });
const block = (type: string, ...content: RichTextNode[]): RichTextNode => (content.length > 0 ? { type, content } : { type });
const p = (...content: RichTextNode[]): RichTextNode => block('paragraph', ...content);
const doc = (...content: RichTextNode[]): RichTextDocument => ({ type: 'doc', content });
const heading = (level: number, words: string): RichTextNode => ({ ...block('heading', text(words)), attrs: { level } });
const bold = { type: 'bold' };

describe('fromMarkdown', () => {
  it.each<[string, string, RichTextNode[]]>([
    ['headings', '# One\n\n## Two\n\n#### Four', [heading(2, 'One'), heading(2, 'Two'), heading(3, 'Four')]],
    ['marks', 'so **very _good_** ~~bad~~ `code`', [p(text('so '), text('very ', bold), text('good', bold, { type: 'italic' }), text(' '), text('bad', { type: 'strike' }), text(' '), text('code', { type: 'code' }))]],
    ['a link', '[here](https://x.org/a)', [p(text('here', { type: 'link', attrs: { href: 'https://x.org/a' } }))]],
    ['a reference', '[here][1]\n\n[1]: https://x.org/', [p(text('here', { type: 'link', attrs: { href: 'https://x.org/' } }))]],
    ['a link that runs', '[press](javascript:alert(1))', [p(text('press'))]],
    ['an image', '![Plan](https://x.org/p.png)', [p(text('Plan', { type: 'link', attrs: { href: 'https://x.org/p.png' } }))]],
    ['HTML, which is text', 'a <b onclick="x()">b</b>\n\n<script>alert(1)</script>', [p(text('a <b onclick="x()">b</b>')), p(text('<script>alert(1)</script>'))]],
    ['code and its language', '```ts\nlet a;\n```', [{ type: 'codeBlock', attrs: { language: 'ts' }, content: [text('let a;')] }]],
    ['a table, short rows filled up', '| a | b |\n|---|---|\n| 1 |', [block('table', block('tableRow', block('tableHeader', p(text('a'))), block('tableHeader', p(text('b')))), block('tableRow', block('tableCell', p(text('1'))), block('tableCell', p())))]],
    ['tasks', '- [x] done\n- [ ] open', [block('bulletList', block('listItem', p(text('☑ done'))), block('listItem', p(text('☐ open'))))]],
    ['hashtags', 'see #Vélo, not `#this`', [p(text('see '), { type: 'hashtag', attrs: { tag: 'Vélo' } }, text(', not '), text('#this', { type: 'code' }))]],
    ['mentions', `[@Ana](/people/${ana}) [@Quality](/communities/${ana}) [Ana](/people/${ana})`, [p({ type: 'mention', attrs: { id: ana, label: 'Ana' } }, text(' '), { type: 'mention', attrs: { id: ana, label: 'Quality', kind: 'community' } }, text(' Ana'))]],
    ['an item that holds nothing', '-\n- b', [block('bulletList', block('listItem', p()), block('listItem', p(text('b'))))]],
    ['breaks', 'a\\\nb\nc', [p(text('a'), { type: 'hardBreak' }, text('b c'))]],
    ['nothing', '', []],
  ])('reads %s', (_what, markdown, content) => {
    expect(fromMarkdown(markdown)).toEqual(doc(...content));
    if (content.length > 0) expect(checkedRichText('body', fromMarkdown(markdown))).toEqual(fromMarkdown(markdown));
  });

  it.each([
    ['quotes', '>'.repeat(50_000)],
    ['lists', '- '.repeat(50_000)],
    ['emphasis', '*a **b '.repeat(3_000)],
    ['brackets', '['.repeat(20_000)],
  ])('outlives an abyss of %s', (_what, markdown) => {
    expect(fromMarkdown(markdown).type).toBe('doc');
  });
});

describe('toMarkdown', () => {
  it('writes mentions as links to their page, and no name that the reader may not know', () => {
    const mention = (attrs: Record<string, string>): RichTextNode => ({ type: 'mention', attrs });
    const said = doc(p(mention({ id: ana, label: 'Ana' }), text(' '), mention({ id: ana, label: 'Quality', kind: 'community' }), text(' '), mention({ id: ana, label: '', kind: 'community' })));
    expect(toMarkdown(said, { baseUrl: 'https://parvis.example' })).toBe(`[@Ana](https://parvis.example/people/${ana}) [@Quality](https://parvis.example/communities/${ana}) @…\n`);
    expect(fromMarkdown(toMarkdown(said, { baseUrl: 'https://parvis.example' }), { baseUrl: 'https://parvis.example' }).content?.[0]?.content?.[0]).toEqual(mention({ id: ana, label: 'Ana' }));
  });

  it('writes a table with all that stands in a cell on one line', () => {
    const cell = (type: string, ...content: RichTextNode[]) => block(type, ...content);
    const table = block('table', block('tableRow', cell('tableHeader', p(text('a|b'))), cell('tableHeader', p())), block('tableRow', cell('tableCell', p(text('1')), p(text('2'))), cell('tableCell', block('bulletList', block('listItem', p(text('x')))))));
    expect(toMarkdown(doc(table))).toBe('| a\\|b |   |\n| ---- | - |\n| 1 2  | x |\n');
  });
});

// Words that the editor can hold and Markdown could take for signs; a hashtag in the words would come back as one, rightly.
const word = fc.stringMatching(/^[\p{L}\p{N}*_~`[\]()<>!|\\.+:/@&=-]{1,8}$/u);
const sentence = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));
const marks = fc.uniqueArray(fc.constantFrom('bold', 'italic', 'strike'), { maxLength: 3 }).map((types) => ['bold', 'italic', 'strike'].filter((type) => types.includes(type as 'bold')));
const run = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(sentence, marks).map(([said, types]) => text(said, ...types.map((type) => ({ type })))) },
  fc.stringMatching(/^[a-z<>*_#]([a-z <>*_#]{0,10}[a-z])?$/).map((said) => text(said, { type: 'code' })),
  sentence.map((said) => text(said, { type: 'link', attrs: { href: 'https://x.org/?a=b&c=(d)' } })),
  fc.stringMatching(/^\p{L}[\p{L}\p{N}_-]{0,8}$/u).map((tag): RichTextNode => ({ type: 'hashtag', attrs: { tag } })),
  fc.string({ minLength: 1, maxLength: 8 }).filter((label) => label.trim() === label && /^[\p{L} ]+$/u.test(label)).map((label): RichTextNode => ({ type: 'mention', attrs: { id: ana, label } })),
);
/** Parts with a space between, so that each stays what it is. */
const spaced = fc.array(run, { minLength: 1, maxLength: 5 }).map((runs) => runs.flatMap((part, i) => (i === 0 ? [part] : [text(' '), part])));
const paragraph = fc.tuple(spaced, fc.option(spaced, { nil: undefined })).map(([first, second]) => p(...joined(second ? [...first, { type: 'hardBreak' }, ...second] : first)));
const cell = (type: string) => fc.option(spaced, { nil: undefined }).map((content) => block(type, p(...joined(content ?? []))));
const rows = (columns: number) => fc.tuple(fc.array(cell('tableHeader'), { minLength: columns, maxLength: columns }), fc.array(fc.array(cell('tableCell'), { minLength: columns, maxLength: columns }), { maxLength: 3 }));
const anyBlock = fc.letrec<{ block: RichTextNode }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: paragraph },
    fc.tuple(fc.constantFrom(2, 3), spaced).map(([level, content]) => ({ ...block('heading', ...joined(content)), attrs: { level } })),
    fc.tuple(fc.option(fc.constantFrom('ts', 'c++'), { nil: undefined }), fc.string({ minLength: 1 }).map((code) => code.replaceAll(/[\r\n\p{Cc}]/gu, '\n'))).map(([language, code]): RichTextNode => ({ type: 'codeBlock', ...(language && { attrs: { language } }), content: [text(code)] })),
    fc.constant<RichTextNode>({ type: 'horizontalRule' }),
    fc.integer({ min: 1, max: 3 }).chain(rows).map(([head, body]) => block('table', block('tableRow', ...head), ...body.map((cells) => block('tableRow', ...cells)))),
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((inner) => block('blockquote', ...inner)),
    fc.tuple(fc.constantFrom('bulletList', 'orderedList'), fc.array(fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 2 })), { minLength: 1, maxLength: 3 })).map(([type, items]) => block(type, ...items.map(([first, others]) => block('listItem', first, ...others)))),
  ),
})).block;

function joined(nodes: RichTextNode[]): RichTextNode[] {
  return nodes.reduce<RichTextNode[]>((all, node) => {
    const last = all.at(-1);
    if (last?.type === 'text' && node.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks)) all[all.length - 1] = { ...last, text: `${last.text}${node.text}` };
    else all.push(node);
    return all;
  }, []);
}

describe('Markdown and back', () => {
  it('gives the same document', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 4 }), (content) => {
        expect(fromMarkdown(toMarkdown(doc(...content)))).toEqual(doc(...content));
      }),
      { numRuns: 400 },
    );
  });

  it('makes nothing of any words that checkedRichText refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const made = fromMarkdown(words);
        if (toMarkdown(made).trim()) expect(() => checkedRichText('body', made)).not.toThrow(expect.objectContaining({ code: 'RICH_TEXT_NOT_ALLOWED' }));
      }),
      { numRuns: 400 },
    );
  });
});
