import { describe, expect, it } from '@jest/globals';
import { checkedCertificates, checkedLinks, checkedProjects } from './profile-entries.ts';

describe('entries of a profile', () => {
  it('are trimmed, and written as the standard writes addresses', () => {
    expect(checkedProjects([{ name: ' Heat \n pump 3 ', description: ' a\nb ', startYear: 2024, url: ' HTTPS://Example.org ' }])).toEqual([
      { name: 'Heat pump 3', description: 'a\nb', startYear: 2024, endYear: null, url: 'https://example.org/' },
    ]);
    expect(checkedCertificates([{ name: 'CACES R489', issuer: ' Apave ', year: 2021 }])).toEqual([{ name: 'CACES R489', issuer: 'Apave', year: 2021, url: null }]);
    expect(checkedLinks([{ label: '', url: 'http://example.org/é' }])).toEqual([{ label: 'example.org', url: 'http://example.org/%C3%A9' }]);
  });

  const link = (url: string) => () => checkedLinks([{ label: 'x', url: 'https://example.org' }, { label: 'y', url }]);

  it.each([
    ['a script', link('javascript:alert(1)'), 'LINK_INVALID', 'links.1.url'],
    ['a script with a tab in its name', link('java\tscript:alert(1)'), 'LINK_INVALID', 'links.1.url'],
    ['a page within the link', link('data:text/html,x'), 'LINK_INVALID', 'links.1.url'],
    ['a file', link('file:///etc/passwd'), 'LINK_INVALID', 'links.1.url'],
    ['no scheme', link('www.example.org'), 'LINK_INVALID', 'links.1.url'],
    ['words', link('my page'), 'LINK_INVALID', 'links.1.url'],
    ['a password', link('https://ada:secret@example.org'), 'LINK_INVALID', 'links.1.url'],
    ['10,000 characters', link(`https://example.org/${'x'.repeat(10_000)}`), 'TEXT_TOO_LONG', 'links.1.url'],
    ['no address', link(' '), 'TEXT_REQUIRED', 'links.1.url'],
    ['a project without a name', () => checkedProjects([{ name: ' ' }]), 'TEXT_REQUIRED', 'projects.0.name'],
    ['a project that ends before it starts', () => checkedProjects([{ name: 'x', startYear: 2020, endYear: 2019 }]), 'YEARS_REVERSED', 'projects.0.endYear'],
    ['a year of another age', () => checkedProjects([{ name: 'x', startYear: 1 }]), 'YEAR_INVALID', 'projects.0.startYear'],
    ['a year far away', () => checkedCertificates([{ name: 'x', year: 9999 }]), 'YEAR_INVALID', 'certificates.0.year'],
    ['half a year', () => checkedCertificates([{ name: 'x', year: 2020.5 }]), 'YEAR_INVALID', 'certificates.0.year'],
    ['a long description', () => checkedProjects([{ name: 'x', description: 'x'.repeat(401) }]), 'TEXT_TOO_LONG', 'projects.0.description'],
    ['too many', () => checkedLinks(Array.from({ length: 21 }, () => ({ url: 'https://example.org' }))), 'TOO_MANY_ITEMS', 'links'],
  ])('are refused for %s, at their place', (_what, check, code, field) => {
    expect(check).toThrow(expect.objectContaining({ code, field }));
  });
});
