import { describe, expect, it } from 'vitest';

import { fileName } from './save-markdown.ts';

describe('the name of a downloaded page', () => {
  it.each([
    ['Purger un circuit', 'Purger un circuit'],
    ['Entrées/sorties : « 24 V »?', 'Entrées sorties « 24 V »'],
    ['../../etc/passwd', '.. etc passwd'],
    ['...', 'page'],
    ['a'.repeat(200), 'a'.repeat(80)],
  ])('of « %s » is « %s »', (title, name) => {
    expect(fileName(title)).toBe(name);
  });
});
