import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { hrRowsOf, type HrHeader, type HrRow } from './hr-file.ts';
import { readHrRow } from './hr-row.ts';
import { openTextFile } from './text-file.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'parvis-hr-'))));
afterEach(() => rm(folder, { recursive: true }));

async function read(content: string | Buffer): Promise<{ header: HrHeader; rows: HrRow[]; encoding: string }> {
  const path = join(folder, 'hr.csv');
  await writeFile(path, content);
  const file = await openTextFile(path, 'detected');
  const told: { header?: HrHeader } = {};
  const rows: HrRow[] = [];
  for await (const group of hrRowsOf(file, { header: (header) => (told.header = header), read: () => undefined })) rows.push(...group);
  return { header: told.header as HrHeader, rows, encoding: file.encoding };
}

describe('an HR export', () => {
  it('is read in UTF-8 with a byte order mark, commas and Windows line ends', async () => {
    const { rows, encoding } = await read('\ufeffsurname,identifier\r\nBrévent,u1\r\n\r\nNguyễn,u2');
    expect(encoding).toBe('UTF-8');
    expect(rows).toEqual([
      { line: 2, cells: { surname: 'Brévent', identifier: 'u1' } },
      { line: 4, cells: { surname: 'Nguyễn', identifier: 'u2' } },
    ]);
  });

  it('is read in Windows-1252 with semicolons', async () => {
    const { rows, header, encoding } = await read(iconv.encode('identifier;surname;title\nu1;Lefèvre-Œuvré;Chargée d’achats, 10 k€\n', 'windows-1252'));
    expect(encoding).toBe('Windows-1252');
    expect(header.delimiter).toBe(';');
    expect(rows).toEqual([{ line: 2, cells: { identifier: 'u1', surname: 'Lefèvre-Œuvré', title: 'Chargée d’achats, 10 k€' } }]);
  });

  it('takes columns by name whatever their order and letter case, and tells which it ignores', async () => {
    const { header, rows } = await read('Salary,SURNAME,managerIdentifier,identifier,\n1,A,u2,u1,\n');
    expect(header.ignored).toEqual(['Salary']);
    expect(rows[0]?.cells).toEqual({ surname: 'A', managerIdentifier: 'u2', identifier: 'u1' });
  });

  it('reads quoted cells, over several lines too, and counts the lines of the file', async () => {
    const { rows } = await read('identifier,surname,title\nu1,"Dupont, dit ""le Grand""","Two\nlines"\nu2,O"Brien,\n');
    expect(rows).toEqual([
      { line: 2, cells: { identifier: 'u1', surname: 'Dupont, dit "le Grand"', title: 'Two\nlines' } },
      { line: 4, cells: { identifier: 'u2', surname: 'O"Brien', title: '' } },
    ]);
  });

  it.each([
    ['one', 'u1,A\nu2,"B\nu3,C\n'],
    ['several', 'u1,A\nu2,"B\nu3,C\nu4,"D\nu5,E\n'],
    ['one that is followed by many lines', `u1,A\nu2,"B\nu3,C\n${'x,X\n'.repeat(500)}`],
  ])('loses no other row to %s quote too many', async (_case, content) => {
    const { rows } = await read(`identifier,surname\n${content}`);
    expect(rows).toContainEqual({ line: 3, reason: 'a quote is opened and not closed' });
    expect(rows).toContainEqual({ line: 2, cells: { identifier: 'u1', surname: 'A' } });
    expect(rows).toContainEqual({ line: 4, cells: { identifier: 'u3', surname: 'C' } });
    expect(rows.length).toBe(content.trim().split('\n').length);
  });

  it('tells rows of another length than the header, and lines that are too long', async () => {
    const { rows } = await read(`identifier,surname\nu1\nu2,B,x\nu3,${'x'.repeat(1_100_000)}\nu4,${'y'.repeat(2_500_000)}\nu5,E`);
    expect(rows).toEqual([
      { line: 2, reason: 'the row has 1 cell and the header 2 (first cell "u1")' },
      { line: 3, reason: 'the row has 3 cells and the header 2 (first cell "u2")' },
      { line: 4, reason: 'the line is longer than 1 MB' },
      { line: 5, reason: 'the line is longer than 1 MB' },
      { line: 6, cells: { identifier: 'u5', surname: 'E' } },
    ]);
  });

  it.each([
    ['without a required column', 'identifier,name\n', 'hr.csv has no column surname: its first line must name the columns, among them identifier and surname.'],
    ['with a column twice', 'identifier,surname,surname\n', 'hr.csv has two columns surname: leave one.'],
    ['that is empty', '\n', 'hr.csv is empty: its first line names the columns.'],
    ['in UTF-16', Buffer.from('\ufeffidentifier', 'utf16le'), /is encoded in UTF-16: save it as UTF-8\.$/],
  ])('%s is of no use', async (_case, content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });
});

describe('a row of the HR export', () => {
  const cells = { identifier: 'u1', surname: 'Dupont' };
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

  it.each([
    ['no identifier', { ...cells, identifier: '' }, 'identifier is empty'],
    ['a French date', { ...cells, hiredOn: '31/02/2020' }, 'hiredOn "31/02/2020" is not a date (use YYYY-MM-DD)'],
    ['a day that does not exist', { ...cells, hiredOn: '2020-02-31' }, 'hiredOn "2020-02-31" is not a date (use YYYY-MM-DD)'],
    ['a day in the future', { ...cells, hiredOn: '2999-01-01' }, 'hiredOn "2999-01-01" is in the future'],
    ['too many skills', { ...cells, skills: Array.from({ length: 31 }, (_, i) => `s${i}`).join('|') }, /^skills "s0\|s1.* has more than 30 entries$/],
    ['an absence that ends before it starts', { ...cells, awayFrom: '2026-03-04', awayUntil: '2026-03-03' }, 'awayUntil "2026-03-03" is before awayFrom "2026-03-04"'],
    ['an absence without an end', { ...cells, awayFrom: '2026-03-04', awayUntil: '' }, 'awayFrom "2026-03-04" has no awayUntil'],
    ['an absence until another age', { ...cells, awayUntil: '9999-12-31' }, 'awayUntil "9999-12-31" is more than three years ahead'],
    ['an absence from no day', { ...cells, awayFrom: 'lundi', awayUntil: '2026-03-03' }, 'awayFrom "lundi" is not a date (use YYYY-MM-DD)'],
    ['languages that are none', { ...cells, languages: 'fr|Klingonish!' }, 'languages "fr|Klingonish!" holds something other than language codes (use fr|en)'],
  ])('is refused for %s', (_fault, row, reason) => {
    expect(readHrRow(12, row)).toEqual({ reason: reason instanceof RegExp ? expect.stringMatching(reason) : reason });
  });

  it.each([
    ['nothing without its columns', {}, undefined],
    ['that there is none, in empty cells', { awayFrom: '', awayUntil: '' }, null],
    ['its days', { awayFrom: '2026-03-04', awayUntil: '2026-03-20' }, { from: '2026-03-04', until: '2026-03-20' }],
    ['one from today on', { awayUntil: tomorrow }, { from: new Date().toISOString().slice(0, 10), until: tomorrow }],
    ['nothing of one that was over before today', { awayUntil: '2020-01-01' }, null],
  ])('says of an absence %s', (_what, row, absence) => {
    expect(readHrRow(2, { ...cells, ...row })).toEqual({ person: expect.objectContaining(absence === undefined ? { line: 2 } : { absence }) });
    if (absence === undefined) expect(readHrRow(2, { ...cells, ...row })).not.toHaveProperty('person.absence');
  });

  it('says nothing of what has no column, and empties what HR alone knows', () => {
    expect(readHrRow(2, { ...cells, location: '', hiredOn: '', mail: '', skills: 'Brasage| brasage |Soudure|', managerIdentifier: 'u1' })).toEqual({
      person: {
        line: 2, identifier: 'u1', surname: 'Dupont', givenName: null, mail: null, title: null, department: null, managerIdentifier: null,
        location: null, hiredOn: null, skills: ['Brasage', 'Soudure'],
      },
    });
  });
});
