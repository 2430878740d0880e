import { describe, expect, it } from '@jest/globals';
import { cleanFileName, extensionOf } from './file-name.ts';

describe('a file’s name', () => {
  it.each([
    ['stays when it is plain', 'Compte rendu (v2).pdf', 'Compte rendu (v2).pdf'],
    ['keeps accents and other scripts, composed', 'e\u0301te\u0301 日本.pdf', 'été 日本.pdf'],
    ['loses folders', '../../etc/passwd.txt', 'passwd.txt'],
    ['loses folders of Windows', 'C:\\Users\\ada\\notes.txt', 'notes.txt'],
    ['loses signs that turn it around', 'invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['loses controls and line ends', 'a\r\nSet-Cookie: x\u0000.pdf', 'aSet-Cookie x.pdf'],
    ['does not hide', '...hidden.txt', 'hidden.txt'],
    ['falls back when nothing is left', '../..', 'file'],
    ['falls back when there is none', undefined, 'file'],
    ['is cut, its extension kept', `${'x'.repeat(300)}.pdf`, `${'x'.repeat(115)}….pdf`],
  ])('%s', (_what, given, expected) => {
    expect(cleanFileName(given, 'file')).toBe(expected);
  });

  it.each([
    ['a.PDF', 'pdf'],
    ['a.tar.gz', 'gz'],
    ['.htaccess', ''],
    ['a', ''],
    ['a.', ''],
    ['a.p df', ''],
  ])('%s ends in %s', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });
});
