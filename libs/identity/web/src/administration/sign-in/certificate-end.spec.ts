import { describe, expect, it } from 'vitest';

import { soonEnd } from './certificate-end.ts';

const now = new Date('2026-03-01T12:00:00Z');
const certificates = (...ends: string[]) => ends.map((validUntil) => ({ validUntil }));

describe('the end of a certificate', () => {
  it.each([
    ['is not told long before', certificates('2026-04-01T12:00:00Z'), undefined],
    ['is told 30 days before', certificates('2026-03-31T12:00:00Z'), 30],
    ['is told in whole days', certificates('2026-03-02T13:00:00Z'), 2],
    ['is told when it is past', certificates('2026-02-27T12:00:00Z'), -2],
    ['is that of the last of several', certificates('2026-02-27T12:00:00Z', '2027-01-01T00:00:00Z'), undefined],
    ['is none where there is no certificate', certificates(), undefined],
  ])('%s', (_, known, inDays) => {
    expect(soonEnd(known, now)?.inDays).toBe(inDays);
  });
});
