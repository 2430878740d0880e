import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { secretNames } from '../../libs/platform/server/src/config/secret-files.ts';

const root = join(import.meta.dirname, '../..');
const files = (...patterns: string[]): string[] => execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Blocks and pieces of code hold no links. */
const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** As GitHub and its like name headings. */
const anchorOf = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-');
const anchorsOf = (file: string): string[] => [...textOf(file).replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ +(.+)$/gm)].map(([, heading]) => anchorOf(heading as string));

function brokenLinks(file: string): string[] {
  return [...withoutCode(textOf(file)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link as string).filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path ? join(dirname(file), path) : file;
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(decodeURIComponent(anchor));
  });
}

const documents = files('*.md').filter((file) => existsSync(join(root, file)));

describe('documents', () => {
  it.each(documents)('%s leads to files and headings that exist', (file) => {
    expect(brokenLinks(file)).toEqual([]);
  });

  it('sees a link that leads nowhere', () => {
    expect(anchorsOf('docs/administrators.fr.md')).toContain('à-deux-heures-du-matin');
    expect(anchorsOf('README.md')).not.toContain('nowhere');
  });
});

const inFiles = secretNames.map((name) => `${name}_FILE`);

describe('the guides for administrators', () => {
  const guides = ['docs/administrators.md', 'docs/administrators.fr.md'] as const;
  const variable = /\b(?:PARVIS|SAML|SCIM|SMTP|MAIL|MEDIA|LINK|DATABASE|NODE|S3)_[A-Z][A-Z_0-9]*\b/g;
  const facts = (text: string): string[] => [...new Set([...(text.match(variable) ?? []), ...(text.match(/`\/[a-z][\w/]*`/g) ?? []), ...(text.match(/parvis_[a-z_]+/g) ?? []), ...(text.match(/npm run [\w:]+/g) ?? [])])].sort();

  it('name the same settings, addresses, figures and commands in both languages', () => {
    const [english, french] = guides.map((guide) => facts(textOf(guide)));
    expect(french).toEqual(english);
    expect(english?.length).toBeGreaterThan(20);
  });

  it('have the same chapters in both languages', () => {
    const [english, french] = guides.map((guide) => [...textOf(guide).matchAll(/^#+(?= )/gm)].map(([level]) => level));
    expect(french).toEqual(english);
  });

  it('name settings that the server reads, and commands that there are', () => {
    const sources = files('libs/*.ts', 'apps/api/*.ts').filter((file) => !file.endsWith('.spec.ts') && existsSync(join(root, file))).map(textOf).join('\n');
    const scripts = Object.keys((JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }).scripts);
    for (const fact of facts(textOf(guides[0]))) {
      if (fact.startsWith('npm run ')) expect(scripts).toContain(fact.slice('npm run '.length));
      // Names of one sort are put together: SAML_ROLE_ and the role, a secret and the file that holds it.
      else if (/^[A-Z]/.test(fact)) expect([fact, sources.includes(fact) || /^SAML_(ROLE|ATTRIBUTE)_/.test(fact) || inFiles.includes(fact)]).toEqual([fact, true]);
    }
  });
});
