import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Config } from '../config/config.ts';
import { SecretBox, secretsKey, SecretUnreadable } from './secret-box.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-secrets-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const box = (name = 'one') => new SecretBox(Config.of({ NODE_ENV: 'test', PARVIS_DATA_DIR: join(folder, name) }));

describe('a secret', () => {
  it('is opened by any process that has the key, and looks different each time', () => {
    const [one, other] = [box().seal('pässword', 'mail'), box().seal('pässword', 'mail')];
    expect(one).not.toBe(other);
    expect([box().open(one, 'mail'), box().open(other, 'mail')]).toEqual(['pässword', 'pässword']);
    expect(statSync(join(folder, 'one', secretsKey)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['another key', (sealed: string) => box('two').open(sealed, 'mail')],
    ['another purpose', (sealed: string) => box().open(sealed, 'else')],
    ['a change of it', (sealed: string) => box().open(`${sealed.slice(0, -4)}AAAA`, 'mail')],
    ['a part of it', (sealed: string) => box().open(sealed.slice(0, 20), 'mail')],
    ['another form', (sealed: string) => box().open(sealed.slice(3), 'mail')],
  ])('is not opened by %s', (_what, open) => {
    const sealed = box().seal('password', 'mail');
    expect(() => open(sealed)).toThrow(SecretUnreadable);
  });

  it('does not stand beside its key', () => {
    expect(readFileSync(join(folder, 'one', secretsKey), 'utf8')).toMatch(/^[\w+/]{43}=\n$/);
  });
});
