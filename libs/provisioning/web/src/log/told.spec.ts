import { describe, expect, it } from 'vitest';

import { sentenceOf, toldIn } from './told.ts';

const nothing = { token: '', name: '', personId: null, fields: [], roles: [], added: 0, removed: 0 };

describe('what an entry tells', () => {
  it.each([
    [{ token: 'Entra ID', person: 'p', fields: ['title'] }, { token: 'Entra ID', personId: 'p', fields: ['title'] }],
    [{ newcomer: 'n', known: 'k', rule: 'same-mail' }, { personId: 'k' }],
    [{ group: 'g', name: 'Works', added: 2, removed: 1 }, { name: 'Works', added: 2, removed: 1 }],
    [{ address: '10.0.0.1' }, { name: '10.0.0.1' }],
    [{ fields: 'title', added: 'two', token: 7 }, {}],
  ])('%j', (details, told) => {
    expect(toldIn(JSON.stringify({ details }))).toEqual({ ...nothing, ...told });
  });

  it('has a sentence of its own', () => {
    expect([sentenceOf('provisioning.user-left'), sentenceOf('provisioning.refused')]).toEqual(['userLeft', 'refused']);
  });
});
