import { describe, expect, it } from 'vitest';

import { hueOf, initialsOf } from './avatar-look.ts';

describe('initialsOf', () => {
  it.each([
    ['Élodie Marchand', 'ÉM'],
    ['Minh Anh Nguyễn', 'MN'],
    ["Marie-Éléonore de L'Hermitage", 'MH'],
    ['Qualité', 'Q'],
    ['  ', ''],
    ['𝒜da 😀', '𝒜😀'],
  ])('of %s is %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
});

describe('hueOf', () => {
  it('is the same for the same id, and spreads over all of them', () => {
    const ids = Array.from({ length: 500 }, (_, index) => `0193a100-0000-7000-8000-${index}`);

    expect(hueOf(ids[0]!)).toBe(hueOf(ids[0]!));
    expect(new Set(ids.map(hueOf))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
  });
});
