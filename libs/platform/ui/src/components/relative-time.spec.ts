import { describe, expect, it } from 'vitest';

import { relativeTime } from './relative-time.ts';

const now = new Date('2026-11-22T12:00:00Z');

describe('relativeTime', () => {
  it.each([
    ['2026-11-22T11:59:40Z', 'now', 'maintenant'],
    ['2026-11-22T12:00:30Z', 'now', 'maintenant'],
    ['2026-11-22T11:58:30Z', '1 minute ago', 'il y a 1 minute'],
    ['2026-11-22T09:00:00Z', '3 hours ago', 'il y a 3 heures'],
    ['2026-11-21T11:00:00Z', 'yesterday', 'hier'],
    ['2026-11-10T12:00:00Z', 'last week', 'la semaine dernière'],
    ['2024-10-01T12:00:00Z', '2 years ago', 'il y a 2 ans'],
  ])('says %s as %s, %s', (then, english, french) => {
    expect(relativeTime(new Date(then), now, 'en')).toBe(english);
    expect(relativeTime(new Date(then), now, 'fr')).toBe(french);
  });
});
