import { describe, expect, it } from '@jest/globals';
import { parseMinGroup } from './min-group.ts';

describe('the smallest group that figures are about', () => {
  it.each([[undefined, 10], ['', 10], ['5', 5], ['25', 25]])('%s means %d', (text, number) => {
    expect(parseMinGroup(text)).toBe(number);
  });

  it.each(['4', '0', '-10', '10.5', 'ten', '1001'])('refuses %s', (text) => {
    expect(() => parseMinGroup(text)).toThrow(`ENGAGEMENT_MIN_GROUP ("${text}") is not valid: use a whole number from 5 to 1000`);
  });
});
