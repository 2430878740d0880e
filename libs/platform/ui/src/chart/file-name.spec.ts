import { expect, it } from 'vitest';

import { fileName } from './file-name.ts';

it.each([
  ['Activité par jour et heure', 'Activité par jour et heure.csv'],
  ['Qui écrit à qui ?', 'Qui écrit à qui.csv'],
  ['Part: <1 %> / mois', 'Part 1 % mois.csv'],
  ['...', 'Parvis.csv'],
  ['x'.repeat(300), `${'x'.repeat(100)}.csv`],
])('%s', (title, name) => {
  expect(fileName(title, 'csv')).toBe(name);
});
