import { describe, expect, it } from 'vitest';

import type { IdentityProviderFormFragment } from './IdentityProviderForm.generated.ts';
import { draftOf, inputOf } from './provider-draft.ts';

const provider: IdentityProviderFormFragment = {
  id: 'one',
  name: 'Lyon',
  isEnabled: true,
  mailDomains: ['lyon.example'],
  acceptsUnsolicited: false,
  sharesIdentifiers: false,
  clockToleranceSeconds: 90,
  attributes: [
    { field: 'IDENTIFIER', names: ['employeeNumber', 'uid'], areUsual: false },
    { field: 'TITLE', names: ['title', 'jobTitle'], areUsual: true },
  ],
  roleGroups: [{ role: 'HR', groups: ['cn=drh,ou=groups,dc=corp', 'paie'] }],
  admittedGroups: ['parvis'],
};

describe('the form of an identity provider', () => {
  it('sends back what it was given, usual names as none', () => {
    expect(inputOf('one', draftOf(provider))).toEqual({
      id: 'one', name: 'Lyon', isEnabled: true, sharesIdentifiers: false, mailDomains: ['lyon.example'], acceptsUnsolicited: false, clockToleranceSeconds: 90,
      admittedGroups: ['parvis'], roleGroups: [{ role: 'HR', groups: ['cn=drh,ou=groups,dc=corp', 'paie'] }],
      attributes: [{ field: 'IDENTIFIER', names: ['employeeNumber', 'uid'] }, { field: 'TITLE', names: [] }],
    });
  });

  it('takes a group from each line, and lets blank ones be', () => {
    expect(inputOf('one', { ...draftOf(provider), admittedGroups: ' CN=A,DC=b \n\n c' })?.admittedGroups).toEqual(['CN=A,DC=b', 'c']);
  });

  it.each(['', 'soon', '1.5', '-1'])('sends no tolerance of « %s »', (clockToleranceSeconds) => {
    expect(inputOf('one', { ...draftOf(provider), clockToleranceSeconds })).toBeNull();
  });
});
