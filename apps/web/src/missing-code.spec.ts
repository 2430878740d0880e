import { describe, expect, it } from 'vitest';

import { isMissingCode } from './missing-code.ts';

describe('isMissingCode', () => {
  it.each([
    [new TypeError('Failed to fetch dynamically imported module: /assets/PeoplePage-1.js'), true],
    [new TypeError('error loading dynamically imported module: /assets/PeoplePage-1.js'), true],
    [new TypeError('Importing a module script failed.'), true],
    [new Error('Unable to preload CSS for /assets/PeoplePage-1.css'), true],
    [new TypeError("Cannot read properties of undefined (reading 'id')"), false],
    ['import', false],
  ])('%s: %s', (error, expected) => expect(isMissingCode(error)).toBe(expected));
});
