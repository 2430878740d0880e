import { describe, expect, it } from 'vitest';

import { draftsOf, inputOf } from './community-draft.ts';

const quality = { key: 'q', groups: ['cn=quality,ou=groups', 'night'], community: { id: 'q', name: 'Quality', visibility: 'OPEN', archivedAt: null } } as const;
const line = (changes: object) => ({ ...quality, groups: [...quality.groups], ...changes }) as unknown as Parameters<typeof draftsOf>[0][number];

describe('the communities that groups give', () => {
  it('are sent back as they were given', () => {
    expect(inputOf(draftsOf([line({})]))).toEqual([{ communityId: 'q', groups: ['cn=quality,ou=groups', 'night'] }]);
  });

  it('leave out blank lines, and a community without a group', () => {
    const [draft] = draftsOf([line({})]);
    expect(inputOf([{ ...draft!, groups: ' A \n\n b' }, { ...draft!, id: 'other', groups: ' \n' }])).toEqual([{ communityId: 'q', groups: ['A', 'b'] }]);
  });

  it.each([
    ['was closed', { community: { ...quality.community, visibility: 'CLOSED' } }, 'Quality'],
    ['is at rest', { community: { ...quality.community, archivedAt: '2026-01-01T00:00:00Z' } }, 'Quality'],
    ['is gone', { community: null }, 'q'],
  ])('say so of one that %s', (_what, changes, name) => {
    expect(draftsOf([line(changes)])).toEqual([expect.objectContaining({ name, isOpen: false })]);
  });
});
