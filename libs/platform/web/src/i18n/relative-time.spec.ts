import { describe, expect, it } from 'vitest';

import { relativeTime } from './relative-time.ts';

// In the reader’s own time zone, whatever it is.
const now = new Date('2026-11-22T12:00:00');

describe('relativeTime', () => {
  it.each([
    ['2026-11-22T11:59:40', 'now', 'maintenant'],
    ['2026-11-22T12:00:30', 'now', 'maintenant'],
    ['2026-11-22T11:58:30', '1 minute ago', 'il y a 1 minute'],
    ['2026-11-22T09:00:00', '3 hours ago', 'il y a 3 heures'],
    ['2026-11-21T11:00:00', 'yesterday', 'hier'],
    ['2026-11-20T23:00:00', '2 days ago', 'avant-hier'],
    ['2026-11-20T01:00:00', '2 days ago', 'avant-hier'],
    ['2026-11-19T23:30:00', '3 days ago', 'il y a 3 jours'],
    ['2026-11-14T12:00:00', '1 week ago', 'il y a 1 semaine'],
    ['2026-11-10T12:00:00', '1 week ago', 'il y a 1 semaine'],
    ['2026-10-22T12:00:00', '1 month ago', 'il y a 1 mois'],
    ['2025-11-22T12:00:00', '1 year ago', 'il y a 1 an'],
    ['2026-11-24T11:00:00', 'in 2 days', 'après-demain'],
    ['2024-10-01T12:00:00', '2 years ago', 'il y a 2 ans'],
  ])('says %s as %s, %s', (then, english, french) => {
    expect(relativeTime(new Date(then), now, 'en')).toBe(english);
    expect(relativeTime(new Date(then), now, 'fr')).toBe(french);
  });
});
