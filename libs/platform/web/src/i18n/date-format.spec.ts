import { afterEach, describe, expect, it, vi } from 'vitest';

import { dateFormat } from './date-format.ts';
import { i18n, type Language } from './i18n.ts';
import { regionOf } from './region.ts';
import { useFormats } from './useFormats.ts';

describe('the region', () => {
  it.each<[Language, string[], string]>([
    ['en', ['en-GB', 'en'], 'en-GB'],
    ['en', ['en-US', 'en'], 'en-US'],
    ['en', ['en', 'en-AU'], 'en-AU'],
    ['en', ['en'], 'en-GB'],
    ['en', ['fr-CA', 'de-DE'], 'en-GB'],
    ['fr', ['en-US', 'fr-CA'], 'fr-CA'],
    ['en', ['en-US@posix'], 'en-GB'],
    ['fr', ['fr'], 'fr-FR'],
  ])('of %s in a browser that reads %j is %s', (language, tags, expected) => {
    expect(regionOf(language, tags)).toBe(expected);
  });
});

describe('a date', () => {
  const words = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  const december = (day: number) => new Date(Date.UTC(2026, 11, day, 12));

  it('says « 1er » in French where the name of the month follows, and there alone', () => {
    expect(dateFormat('fr-FR', words).format(december(1))).toBe('mardi 1er décembre');
    expect(dateFormat('fr-CA', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(december(1))).toMatch(/^1er déc\.?$/);
    expect(dateFormat('fr-FR', words).format(december(11))).toBe('vendredi 11 décembre');
    expect(dateFormat('fr-FR', { dateStyle: 'short', timeZone: 'UTC' }).format(december(1))).toBe('01/12/2026');
    expect(dateFormat('fr-FR', { day: 'numeric', timeZone: 'UTC' }).format(december(1))).toBe('1');
    expect(dateFormat('en-GB', words).format(december(1))).toMatch(/^Tuesday,? 1 December$/);
  });

  it('says it of both ends of a span', () => {
    const days = dateFormat('fr-FR', { day: 'numeric', month: 'long', timeZone: 'UTC' });
    expect(days.formatRange(december(1), december(3))).toMatch(/^1er\s?–\s?3 décembre$/u);
    expect(days.formatRange(new Date(Date.UTC(2026, 10, 30)), december(1))).toMatch(/^30 novembre\s–\s1er décembre$/u);
  });
});

describe('the formats of the reader', () => {
  afterEach(() => {
    i18n.global.locale.value = 'en';
  });

  it('are those of the region that the browser names', () => {
    const browser = vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB', 'fr-FR']);
    const instant = '2026-12-01T12:00:00Z';
    expect(useFormats().date(instant)).toBe('1 December 2026');
    i18n.global.locale.value = 'fr';
    expect(useFormats().date(instant)).toBe('1er décembre 2026');
    i18n.global.locale.value = 'en';
    browser.mockReturnValue(['en-US']);
    expect(useFormats().date(instant)).toBe('December 1, 2026');
  });
});
