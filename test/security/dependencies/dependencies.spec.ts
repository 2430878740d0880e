import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { verdictOf } from './verdict.ts';

const root = join(import.meta.dirname, '../../..');

interface Locked {
  license?: string;
  dev?: boolean;
  optional?: boolean;
  link?: boolean;
  integrity?: string;
}

const locked = Object.entries((JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }).packages).filter(([path, { link }]) => path.startsWith('node_modules/') && !link);

/** What may run in production. libvips is a library of its own, which sharp loads and anybody may replace: that is what its licence asks for. */
const allowed = new Set(['MIT', 'MIT-0', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'MPL-2.0', 'CC0-1.0']);
const isAllowed = (path: string, licence: string): boolean =>
  licence.replace(/[()]/g, '').split(' AND ').every((part) => part.split(' OR ').some((one) => allowed.has(one) || (one === 'LGPL-3.0-or-later' && path.startsWith('node_modules/@img/sharp-'))));

/** Old packages state it in a file alone. */
function statedInFile(path: string): boolean {
  const folder = join(root, path);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /^(licen[cs]e|readme)/i.test(name)) : [];
  return files.some((file) => readFileSync(join(folder, file), 'utf8').includes('Permission is hereby granted, free of charge'));
}

describe('what runs in production', () => {
  const inProduction = locked.filter(([, { dev }]) => !dev);

  it('has licences that a company may take without a thought', () => {
    expect(inProduction.length).toBeGreaterThan(100);
    expect(inProduction.filter(([path, { license }]) => !(license ? isAllowed(path, license) : statedInFile(path))).map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it.each([
    ['node_modules/a', 'MIT OR GPL-3.0', true],
    ['node_modules/a', 'GPL-3.0-only', false],
    ['node_modules/a', 'MIT AND AGPL-3.0', false],
    ['node_modules/a', 'LGPL-3.0-or-later', false],
    ['node_modules/a', 'SEE LICENSE IN LICENSE.md', false],
  ])('of %s by « %s »: %s', (path, licence, expected) => {
    expect(isAllowed(path, licence)).toBe(expected);
  });
});

describe('what is installed', () => {
  it('is what it was when it was chosen: each package has its hash, but for tools of other platforms', () => {
    expect(locked.filter(([, { dev, optional, integrity }]) => !integrity?.startsWith('sha512-') && !(dev && optional)).map(([path]) => path)).toEqual([]);
  });
});

describe('the audit of dependencies', () => {
  const report = (severity: string): string => JSON.stringify({ vulnerabilities: { parser: { severity, via: ['reader', { title: 'Runs what it reads', url: 'https://example.org/1' }] } } });

  it('stops at what is high or critical', () => {
    expect(verdictOf(report('high'))).toEqual({ weak: ['parser (high): by reader; Runs what it reads https://example.org/1'] });
    expect(verdictOf(report('critical')).weak).toHaveLength(1);
  });

  it('goes on at less, and where nothing is known', () => {
    expect([verdictOf(report('moderate')), verdictOf('{"vulnerabilities":{}}')]).toEqual([{ weak: [] }, { weak: [] }]);
  });

  it('says that it was skipped where nobody answers', () => {
    expect(verdictOf('{"message":"405 Method Not Allowed","statusCode":405}')).toEqual({ skipped: '405 Method Not Allowed', weak: [] });
    expect(verdictOf('').skipped).toBeDefined();
  });
});
