import { describe, expect, it } from '@jest/globals';
import { mayTell, ownersAfter, type OwnedField, type Owner } from './field-owner.ts';

describe('who may tell a field', () => {
  it.each<[Owner, OwnedField, string]>([
    ['hr', 'title', 'TRUE'],
    ['saml', 'title', `(coalesce(person.owners ->> 'title', '') NOT IN ('hr', 'scim'))`],
    ['scim', 'title', `(coalesce(person.owners ->> 'title', '') NOT IN ('hr'))`],
    ['hr', 'email', `(coalesce(person.owners ->> 'email', '') NOT IN ('saml', 'scim'))`],
    ['hr', 'skills', `(coalesce(person.owners ->> 'skills', '') NOT IN ('person'))`],
    ['person', 'title', 'FALSE'],
    ['saml', 'biography', 'FALSE'],
  ])('for %s and %s is %s', (teller, field, condition) => {
    expect(mayTell('person.owners', field, teller)).toBe(condition);
  });

  it('owns what they told', () => {
    expect(ownersAfter('owners', 'hr', { title: '$1 IS NOT NULL' })).toBe(`(owners || jsonb_strip_nulls(jsonb_build_object('title', CASE WHEN $1 IS NOT NULL THEN 'hr' END)))`);
  });
});
