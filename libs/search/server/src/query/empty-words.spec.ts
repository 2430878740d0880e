import { describe, expect, it } from '@jest/globals';
import { tellingOf, type EmptyIn } from './empty-words.ts';

const french = new Set(['le', 'de', 'pour', 'car', 'on']);
const english = new Set(['the', 'of', 'for', 'but', 'on']);
const said = (text: string): string => {
  const words = text.split(' ');
  const telling = tellingOf(words.map((word): EmptyIn => ({ isFrenchStop: french.has(word), isEnglishStop: english.has(word) })));
  return words.filter((_, i) => telling[i] !== 'empty').join(' ');
};

describe('the words of a text that tell something', () => {
  it.each([
    ['pump seal', 'pump seal'],
    ['the seal of the pump', 'seal pump'],
    ['le joint de pompe', 'joint pompe'],
    ['the policy for the car', 'policy car'],
    ['le but de la campagne', 'but la campagne'],
    ['car parts', 'parts'],
    ['on the pump', 'pump'],
    ['the', ''],
    ['le car the but', ''],
  ])('« %s » are « %s »', (text, telling) => {
    expect(said(text)).toBe(telling);
  });
});
