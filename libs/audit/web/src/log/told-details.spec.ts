import { describe, expect, it } from 'vitest';

import { toldDetails } from './told-details.ts';

describe('what an entry tells', () => {
  it('is a name and a text each', () => {
    const line = JSON.stringify({ action: 'x.y', details: { provider: 'https://idp', changed: ['name', 'isEnabled'], count: 3, was: { a: 1 } } });
    expect(toldDetails(line)).toEqual([['provider', 'https://idp'], ['changed', 'name, isEnabled'], ['count', '3'], ['was', '{"a":1}']]);
  });
});
