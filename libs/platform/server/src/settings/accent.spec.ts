import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contrast, enoughContrast, isReadable, leastContrast, nearestReadable, tonesOf, type Theme } from './accent.ts';
import { standardAccent } from './network.setting.ts';

const themes: readonly Theme[] = ['light', 'dark'];
const colours = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  // The figures that WCAG’s own understanding documents and every checker give.
  it.each([['#000000', '#ffffff', 21], ['#777777', '#ffffff', 4.48], ['#767676', '#ffffff', 4.54], ['#ff0000', '#ffffff', 4.0], ['#17695a', '#17695a', 1]])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBeCloseTo(ratio, 2);
  });
});

describe('an accent', () => {
  it('is checked against the tokens of the interface', () => {
    const tokens = readFileSync(join(import.meta.dirname, '../../../ui/src/styles/tokens.css'), 'utf8');
    for (const name of ['paper', 'surface', 'sunken']) {
      const [, light, dark] = new RegExp(`--color-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens) ?? [];
      expect(contrast('#17695a', light ?? '')).toBeGreaterThanOrEqual(leastContrast('light', '#17695a'));
      expect(contrast('#74c7b4', dark ?? '')).toBeGreaterThanOrEqual(leastContrast('dark', '#74c7b4'));
    }
  });

  it('of the house as it comes can be read', () => {
    for (const theme of themes) expect(isReadable(theme, standardAccent[theme])).toBe(true);
  });

  it.each([['light', '#ffcc00', false], ['light', '#0a5fb4', true], ['dark', '#0a5fb4', false], ['dark', '#7db7ff', true]] as const)('on %s ground: %s can be read: %s', (theme, colour, expected) => {
    expect(isReadable(theme, colour)).toBe(expected);
    expect(nearestReadable(theme, colour) === colour).toBe(expected);
  });

  it('whatever it is, has a nearest that can be read, and tones that can', () => {
    fc.assert(
      fc.property(colours, fc.constantFrom(...themes), (colour, theme) => {
        const nearest = nearestReadable(theme, colour);
        expect(isReadable(theme, nearest)).toBe(true);
        const { accent, strong, onAccent, soft } = tonesOf(theme, nearest);
        for (const [one, other] of [[accent, onAccent], [strong, soft], [strong, onAccent]] as const) expect(contrast(one, other)).toBeGreaterThanOrEqual(enoughContrast);
      }),
    );
  });
});
