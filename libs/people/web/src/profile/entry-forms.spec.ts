import { describe, expect, it } from 'vitest';

import { blankEntry, draftsOf, entriesOf, entryForms, withoutBlanks } from './entry-forms.ts';

const { certificates } = entryForms;

describe('entries in a form', () => {
  it('go into it as text and come out as the server takes them', () => {
    const told = [{ name: 'CACES', issuer: 'Apave', year: 2021, url: null }];
    const drafts = draftsOf(certificates, told);
    expect(drafts).toEqual([{ name: 'CACES', issuer: 'Apave', year: '2021', url: '' }]);
    expect(entriesOf(certificates, drafts)).toEqual([{ name: 'CACES', issuer: 'Apave', year: 2021, url: '' }]);
  });

  it.each([
    ['', null],
    [' 2021 ', 2021],
    ['last year', 0],
    ['21', 0],
    ['-2021', 0],
  ])('make of the year « %s » %s', (text, year) => {
    expect(entriesOf(certificates, [{ ...blankEntry(certificates), name: 'x', year: text }])[0]?.year).toBe(year);
  });

  it('that are blank are none', () => {
    expect(withoutBlanks([blankEntry(certificates), { ...blankEntry(certificates), name: ' ' }, { ...blankEntry(certificates), year: '1' }])).toHaveLength(1);
  });
});
