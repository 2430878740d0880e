import { describe, expect, it } from 'vitest';

import { communityIdIn } from './community-id-in.ts';

const id = '019a1b2c-3d4e-7f50-8a9b-0c1d2e3f4a5b';

describe('the id in an address', () => {
  it.each([
    [`https://parvis.example/communities/${id}`, id],
    [`https://parvis.example/reseau/communities/${id.toUpperCase()}/members?x=1`, id],
    [` ${id} `, id],
    ['https://parvis.example/communities', null],
    ['', null],
  ])('%s: %s', (address, found) => expect(communityIdIn(address)).toBe(found));
});
