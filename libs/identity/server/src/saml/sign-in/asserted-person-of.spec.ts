import { describe, expect, it } from '@jest/globals';
import { nameIdFormat } from '../saml-names.ts';
import { assertedPersonOf } from './asserted-person-of.ts';
import { defaultAttributeNames, groupsElsewhere } from './attribute-names.ts';
import { identifierOf } from './distinguished-name.ts';
import type { NameId } from './verified-assertion.ts';

const roleGroups = { executive: ['executives'], hr: ['hr'], it: ['it', 'cn=admins,ou=groups,dc=corp'], moderator: [], 'works-council': ['cse'], auditor: [] };

const unqualified = { nameQualifier: null, spNameQualifier: null };
const transient: NameId = { value: '_x1', format: nameIdFormat.transient, ...unqualified };

function personOf(attributes: Record<string, string[]>, { nameId = transient as NameId, uid = defaultAttributeNames.uid, admittedGroups = [] as string[] } = {}) {
  const assertion = { id: '_a', issuer: 'idp', nameId, sessionIndex: null, authenticatedAt: null, sessionNotOnOrAfter: null, notOnOrAfter: new Date(), attributes: new Map(Object.entries(attributes)) };
  return assertedPersonOf(assertion, { attributes: { ...defaultAttributeNames, uid }, roleGroups, admittedGroups, sharesIdentifiers: true });
}

describe('who signed in', () => {
  it.each([
    ['plain names', { uid: ['am'], mail: ['a@corp'], givenName: ['Alice'], sn: ['Martin'], displayName: ['Alice Martin'], department: ['IT'], title: ['Head'], manager: ['cd'] }],
    [
      'object identifiers',
      {
        'urn:oid:0.9.2342.19200300.100.1.1': ['am'],
        'urn:oid:0.9.2342.19200300.100.1.3': ['a@corp'],
        'urn:oid:2.5.4.42': ['Alice'],
        'urn:oid:2.5.4.4': ['Martin'],
        'urn:oid:2.16.840.1.113730.3.1.241': ['Alice Martin'],
        'urn:oid:2.5.4.11': ['IT'],
        'urn:oid:2.5.4.12': ['Head'],
        'urn:oid:0.9.2342.19200300.100.1.10': ['uid=cd,ou=people,dc=corp'],
      },
    ],
    [
      'claims of Microsoft',
      {
        'http://schemas.microsoft.com/identity/claims/objectidentifier': ['am'],
        'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress': ['a@corp'],
        'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname': ['Alice'],
        'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname': ['Martin'],
        'http://schemas.microsoft.com/identity/claims/displayname': ['Alice Martin'],
        department: ['IT'],
        jobTitle: ['Head'],
        manager: ['CN=cd,OU=People,DC=corp'],
      },
    ],
  ])('is read from %s', (_, attributes) => {
    expect(personOf(attributes)).toEqual({
      account: { issuer: 'idp', subject: 'am', isAttribute: true, nameId: null, sharesIdentifiers: true }, email: 'a@corp', givenName: 'Alice', surname: 'Martin', displayName: 'Alice Martin', department: 'IT', title: 'Head', manager: 'cd', roles: ['employee'], groups: [],
    });
  });

  it('may have nothing but an identifier', () => {
    expect(personOf({ uid: ['nomail'] })).toEqual({
      account: { issuer: 'idp', subject: 'nomail', isAttribute: true, nameId: null, sharesIdentifiers: true }, email: null, givenName: null, surname: null, displayName: null, department: null, title: null, manager: null, roles: ['employee'], groups: [],
    });
  });

  const named = (value: string, format: string | null): NameId => ({ value, format, ...unqualified });
  it.each<[string, Parameters<typeof personOf>, string | null]>([
    ['the attribute before the NameID', [{ uid: ['am'] }, { nameId: named('p-1', nameIdFormat.persistent) }], 'am'],
    ['a persistent NameID without the attribute', [{}, { nameId: named('p-1', nameIdFormat.persistent) }], 'p-1'],
    ['the attribute that IT chose', [{ uid: ['am'], employeeNumber: ['1002'] }, { uid: ['employeeNumber'] }], '1002'],
    ['no mail', [{ mail: ['a@corp'] }, { nameId: named('a@corp', nameIdFormat.email) }], null],
    ['no transient NameID', [{}, { nameId: named('t-1', nameIdFormat.transient) }], null],
    ['no NameID of unknown nature', [{}, { nameId: named('am', null) }], null],
    ['a NameID of unknown nature when IT vouches for it', [{}, { nameId: named('am', null), uid: ['NameID'] }], 'am'],
    ['no transient NameID whatever IT says', [{}, { nameId: named('t-1', nameIdFormat.transient), uid: ['NameID'] }], null],
    ['no mail whatever IT says', [{}, { nameId: named('a@corp', null), uid: ['NameID'] }], null],
  ])('is known by %s', (_, [attributes, given], stableId) => {
    if (stableId === null) expect(() => personOf(attributes, given)).toThrow(expect.objectContaining({ reason: 'no-identifier' }));
    else expect(personOf(attributes, given).account.subject).toBe(stableId);
  });

  it.each<[string, string[], string[]]>([
    ['groups', ['all-staff', 'executives', 'it'], ['employee', 'executive', 'it']],
    ['groups in another letter case', ['HR'], ['employee', 'hr']],
    ['distinguished names of groups', ['CN=Executives,OU=Groups,DC=corp'], ['employee', 'executive']],
    ['a distinguished name in the settings', ['CN=Admins,OU=Groups,DC=corp'], ['employee', 'it']],
    ['the works council', ['CSE'], ['employee', 'works-council']],
    ['other groups', ['all-staff', 'italy'], ['employee']],
    ['no group', [], ['employee']],
  ])('has the roles of %s', (_, groups, roles) => {
    expect(personOf({ uid: ['am'], groups }).roles).toEqual(roles);
  });

  it('has no right when Entra ID sends a link in place of the groups', () => {
    expect(personOf({ uid: ['am'], [groupsElsewhere]: ['https://graph.windows.net/…'] }).roles).toEqual(['employee']);
  });

  it('has groups by all their names, or none that anybody knows', () => {
    expect(personOf({ uid: ['am'], groups: ['CN=Quality,OU=Groups', 'Night'] }).groups).toEqual(['cn=quality,ou=groups', 'quality', 'night']);
    expect(personOf({ uid: ['am'], [groupsElsewhere]: ['https://graph.windows.net/…'] }).groups).toBeNull();
  });
});

describe('a distinguished name', () => {
  it.each([
    ['uid=cdupont,ou=people,dc=corp', 'cdupont'],
    ['CN=Dupont\\, Claire,OU=People', 'Dupont, Claire'],
    ['cn=\\C3\\89va,dc=corp', 'Éva'],
    ['uid=a+cn=b,dc=corp', 'a'],
    ['0.9.2342.19200300.100.1.1=cd,dc=corp', 'cd'],
    [' cdupont ', 'cdupont'],
    ['S-1-5-21', 'S-1-5-21'],
  ])('%s means %s', (given, identifier) => {
    expect(identifierOf(given)).toBe(identifier);
  });
});
