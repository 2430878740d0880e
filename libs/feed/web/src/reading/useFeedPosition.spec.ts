import { expect, it } from 'vitest';

import { resumedAt } from './useFeedPosition.ts';

it.each([
  ['the post where one stopped', ['d', 'c', 'b', 'a'], 'c', 'c'],
  ['the next one when that is gone', ['d', 'b', 'a'], 'c', 'b'],
  ['nothing when nothing is newer', ['c', 'b'], 'c', null],
  ['nothing when the list does not reach as far', ['f', 'e'], 'c', null],
  ['nothing for whoever was never there', ['b', 'a'], null, null],
  ['nothing in an empty list', [], 'c', null],
])('goes on at %s', (_what, ids, stoppedAt, at) => {
  expect(resumedAt(ids, stoppedAt)).toBe(at);
});
