import { expect, it } from '@jest/globals';
import { editDistance } from './edit-distance.ts';

it.each([
  ['', '', 0],
  ['reunion', 'reunion', 0],
  ['reunoin', 'reunion', 1],
  ['workhsop', 'workshop', 1],
  ['entreppots', 'entrepots', 1],
  ['teletravai', 'teletravail', 1],
  ['teletraval', 'teletravial', 1],
  ['bonjour', 'banjour', 1],
  ['chat', 'chien', 3],
  ['', 'mot', 3],
  ['🚲a', 'a🚲', 1],
])('« %s » and « %s » are %d apart, either way', (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance);
  expect(editDistance(other, one)).toBe(distance);
});
