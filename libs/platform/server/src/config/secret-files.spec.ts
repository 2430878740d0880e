import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { secretNames, takeSecretFiles } from './secret-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'parvis-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('secrets in files', () => {
  it('are read without the line’s end, and leave no trace of the file', () => {
    for (const [i, end] of ['', '\n', '\r\n'].entries()) {
      for (const name of secretNames) {
        const variables: Record<string, string | undefined> = { PORT: '3000', [`${name}_FILE`]: file(`good-${i}`, ` it is $ecret ${end}`) };
        expect(takeSecretFiles(variables)).toEqual([]);
        expect(variables).toEqual({ PORT: '3000', [name]: ' it is $ecret ' });
      }
    }
  });

  it('change nothing where there are none', () => {
    const variables = { SMTP_URL: 'smtp://mail', SMTP_URL_FILE: '', DATABASE_URL: '' };
    expect(takeSecretFiles(variables)).toEqual([]);
    expect(variables).toEqual({ SMTP_URL: 'smtp://mail', SMTP_URL_FILE: '', DATABASE_URL: '' });
  });

  it('are refused, without a word of what they hold, when they cannot be used', () => {
    const faultsOf = (path: string, more = {}) => takeSecretFiles({ SCIM_TOKEN_FILE: path, ...more });
    expect(faultsOf(file('one', 'secret'))).toEqual([]);
    expect(faultsOf(file('one', 'secret'), { SCIM_TOKEN: 'other' })).toEqual(['SCIM_TOKEN and SCIM_TOKEN_FILE are both set: keep one of them.']);
    expect(faultsOf(file('two', 'secret\nsecret'))).toEqual([`SCIM_TOKEN_FILE (${folder}/two) cannot be used: it holds more than one line.`]);
    expect(faultsOf(file('none', '\n'))).toEqual([`SCIM_TOKEN_FILE (${folder}/none) cannot be used: it is empty.`]);
    expect(faultsOf(join(folder, 'nowhere'))).toEqual([`SCIM_TOKEN_FILE (${folder}/nowhere) cannot be used: it cannot be read (ENOENT).`]);
    expect(faultsOf(folder)).toEqual([`SCIM_TOKEN_FILE (${folder}) cannot be used: it cannot be read (EISDIR).`]);
  });
});
