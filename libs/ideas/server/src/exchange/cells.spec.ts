import { describe, expect, it } from '@jest/globals';
import { asWritten, csvLine, parted } from './cells.ts';

const only = (text: string): string => csvLine([text], ',').trimEnd();

describe('a cell of a file', () => {
  it.each(['=1+1', '+33 1 23', '-2 tonnes', '@home', '\tindent', "'=quoted", "''-twice"])('that a spreadsheet would take for a formula is made harmless, and read back: %j', (text) => {
    const cell = only(text).replace(/^"([\s\S]*)"$/, '$1');
    expect(cell.startsWith("'")).toBe(true);
    expect(asWritten(cell)).toBe(text);
  });

  it.each(['-12', '-1.5', '12', "'tis", 'a=b', ''])('that is none stays as it is: %j', (text) => {
    expect(only(text)).toBe(text);
    expect(asWritten(text)).toBe(text);
  });

  it('is quoted where it holds signs of the format', () => {
    expect(csvLine(['a,b', 'c;d', 'say "yes"', 'two\nlines', null, true, 3], ',')).toBe('"a,b",c;d,"say ""yes""","two\nlines",,true,3\r\n');
    expect(csvLine(['a,b', 'c;d'], ';')).toBe('a,b;"c;d"\r\n');
  });

  it.each([[[]], [['one']], [['a', 'b']], [['a|b', 'c\\d', '\\|']]])('holds a list: %j', (list: string[]) => {
    expect(parted(csvLine([list], ',').trimEnd())).toEqual(list);
  });

  it('reads lists as people write them', () => {
    expect(parted(' waste | paper ||')).toEqual(['waste', 'paper']);
  });
});
