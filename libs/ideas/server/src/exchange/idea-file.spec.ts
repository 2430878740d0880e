import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { maxImportRows, readIdeaFile } from './idea-file.ts';

const read = (text: string) => readIdeaFile(Buffer.from(text));
const fault = (read: () => unknown) => {
  try {
    return read();
  } catch (error) {
    const { code, params } = error as { code: string; params: object };
    return [code, params];
  }
};

describe('a file of ideas', () => {
  it.each([',', ';', '\t'])('is read by its columns, in any order and letter case, parted by %j', (sign) => {
    const text = [['Title', 'AUTHORS', 'id', 'mood'], ['A bin', '1001|1002', 'x1', 'good'], [], ['"Two\nlines"', '1003', 'x2', '']].map((cells) => cells.join(sign)).join('\r\n');
    expect(read(text)).toEqual({
      encoding: 'UTF-8', ignored: ['mood'],
      ideas: [
        { line: 2, texts: { title: 'A bin', authors: '1001|1002', id: 'x1' }, lists: { authors: ['1001', '1002'] } },
        { line: 4, texts: { title: 'Two\nlines', authors: '1003', id: 'x2' }, lists: { authors: ['1003'] } },
      ],
    });
  });

  it('is read from JSON, with lists and figures as they are', () => {
    expect(read('[{"id":"x1","authors":["1001"],"title":"A bin","cost":12,"tags":"waste|paper"}]')).toMatchObject({
      ideas: [{ line: 1, texts: { id: 'x1', title: 'A bin', cost: '12' }, lists: { authors: ['1001'], tags: ['waste', 'paper'] } }],
    });
  });

  it('may come from a spreadsheet on Windows', () => {
    const file = readIdeaFile(iconv.encode('id;authors;title\r\n1;1001;Moins gâcher, c’est possible', 'windows-1252'));
    expect([file.encoding, file.ideas[0]?.texts?.title]).toEqual(['Windows-1252', 'Moins gâcher, c’est possible']);
  });

  it('tells a row that does not fit its header', () => {
    expect(read('id,authors,title\n1,1001\n2,1001,B').ideas).toMatchObject([{ line: 2, texts: null }, { line: 3, texts: { title: 'B' } }]);
  });

  it.each([
    ['nothing', '', ['IMPORT_EMPTY', {}]],
    ['a header alone', 'id,authors,title\n', ['IMPORT_EMPTY', {}]],
    ['an empty list', '[]', ['IMPORT_EMPTY', {}]],
    ['a column that is missing', 'id,title\n1,A', ['IMPORT_COLUMN_MISSING', { column: 'authors' }]],
    ['a column twice', 'id,authors,title,Title\n1,1001,A,B', ['IMPORT_COLUMN_TWICE', { column: 'title' }]],
    ['a quote that is not closed', 'id,authors,title\n1,1001,"A\n2,1001,B', ['IMPORT_UNREADABLE', { line: 2 }]],
    ['a quote within a cell', 'id,authors,title\n1,1001,A\n2,1001,B"C', ['IMPORT_UNREADABLE', { line: 3 }]],
    ['JSON that is none', '[\n{"id":1},\n{"id"\n', ['IMPORT_UNREADABLE', { line: 4 }]],
    ['JSON of something else', '[1]', ['IMPORT_UNREADABLE', { line: 1 }]],
    ['more rows than fit', `id,authors,title\n${'1,1001,A\n'.repeat(maxImportRows + 1)}`, ['IMPORT_TOO_MANY', { max: maxImportRows }]],
  ])('is refused with %s', (_what, text, refusal) => {
    expect(fault(() => read(text))).toEqual(refusal);
  });

  it('is refused in UTF-16', () => {
    expect(fault(() => readIdeaFile(Buffer.from('\uFEFFid,authors,title', 'utf16le')))).toEqual(['IMPORT_ENCODING', {}]);
  });
});
