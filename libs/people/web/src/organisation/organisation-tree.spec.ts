import { describe, expect, it } from 'vitest';

import { type ChartPerson, hiddenReports, rowNamed, rowsOf, takeReports, treeTo } from './organisation-tree.ts';

const aPerson = (displayName: string, reportCount = 0): ChartPerson => ({ id: displayName, displayName, reportCount });
const linesOf = (root: ReturnType<typeof treeTo<ChartPerson>>) => rowsOf(root).map(({ key, level, position, size }) => [key, level, position, size]);

describe('the tree of an organisation', () => {
  it('begins with the way down to the person, and says how many others there are', () => {
    const root = treeTo([aPerson('Chief', 3), aPerson('Head', 1)], aPerson('Mo', 2));
    expect(linesOf(root)).toEqual([['Chief', 1, 1, 1], ['Head', 2, 1, 2], ['Mo', 3, 1, 1], ['more-Chief', 2, 2, 2]]);
    expect(hiddenReports(root)).toBe(2);
  });

  it('has one line for whoever stands at the top alone', () => {
    expect(linesOf(treeTo([], aPerson('Chief')))).toEqual([['Chief', 1, 1, 1]]);
  });

  it('takes pages in without losing the way down, nor repeating it', () => {
    const root = treeTo([aPerson('Chief', 4)], aPerson('Zoe'));
    takeReports(root, { people: [aPerson('Ada'), aPerson('Bo')], after: '2' });
    expect(root.children.map(({ person }) => person.id)).toEqual(['Ada', 'Bo', 'Zoe']);
    expect(hiddenReports(root)).toBe(1);
    const zoe = root.children[2];
    takeReports(root, { people: [aPerson('Cy'), aPerson('Zoe')], after: null });
    expect(root.children.map(({ person }) => person.id)).toEqual(['Ada', 'Bo', 'Cy', 'Zoe']);
    expect(root.children[3]).toBe(zoe);
    expect(hiddenReports(root)).toBe(0);
  });

  it('shows what is open alone', () => {
    const root = treeTo([aPerson('Chief', 1)], aPerson('Mo'));
    root.isOpen = false;
    expect(linesOf(root)).toEqual([['Chief', 1, 1, 1]]);
  });

  it.each([
    [0, 'e', 1],
    [1, 'e', 2],
    [2, 'e', 1],
    [1, 'el', 1],
    [1, 'em', 2],
    [0, 'x', 0],
    [2, 'É', 1],
  ])('finds from line %i by « %s » line %i', (from, typed, found) => {
    const root = treeTo([aPerson('Chief', 1)], aPerson('Élodie', 1));
    const elodie = root.children[0];
    if (!elodie) throw new Error('No child.');
    elodie.isOpen = true;
    takeReports(elodie, { people: [aPerson('Emma')], after: null });
    expect(rowNamed(rowsOf(root), from, typed, 'fr')).toBe(found);
  });
});
