import { describe, expect, it } from '@jest/globals';
import { parseWords, withWord } from './search-words.ts';

describe('what was typed', () => {
  it.each([
    ['télétravail lundi', ['télétravail', 'lundi'], false],
    ['"mise à jour" lundi', ['mise', 'à', 'jour', 'lundi'], true],
    ['"mise à jour', ['mise', 'à', 'jour'], true],
    ['vélo -casque', ['vélo'], true],
    ['vélo -"casque bleu"', ['vélo'], true],
    ['vélo OR tram', ['vélo', 'tram'], true],
    ['porte-avions', ['porte', 'avions'], false],
    ['l’entrepôt', ['l', 'entrepôt'], false],
    ['& | ! ( ) : * - "', [], true],
    ['', [], false],
  ])('« %s » asks for %j', (text, wanted, isPrecise) => {
    expect(parseWords(text)).toEqual({ text, wanted, isPrecise });
  });

  it.each([
    ['le teletravial du lundi', 'teletravial', 'télétravail', 'le télétravail du lundi'],
    ['art artiste art', 'art', 'arts', 'arts artiste arts'],
  ])('« %s » with one word in place of another', (text, typed, other, expected) => {
    expect(withWord(text, typed, other)).toBe(expected);
  });
});
