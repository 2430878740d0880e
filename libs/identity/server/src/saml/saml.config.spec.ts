import { describe, expect, it } from '@jest/globals';
import { parseSamlSettings, type Surroundings } from './saml.config.ts';

const around: Surroundings = { production: false, publicUrl: 'https://parvis.example', addresses: { urls: ['https://parvis.example', 'https://parvis.example.net'] }, dataDir: '/var/parvis', identityProviders: ['https://idp.example/metadata'], demoIdpPort: 3001 };

function settingsOf(variables: Record<string, string>, changes: Partial<Surroundings> = {}) {
  const result = parseSamlSettings(variables, { ...around, ...changes });
  if ('faults' in result) throw new Error(result.faults.join('\n'));
  return result.settings;
}

function faultsOf(variables: Record<string, string>, changes: Partial<Surroundings> = {}): string[] {
  const result = parseSamlSettings(variables, { ...around, ...changes });
  return 'faults' in result ? result.faults : [];
}

describe('sign-in settings', () => {
  it('need nothing but what the server knows', () => {
    expect(settingsOf({})).toMatchObject({
      entityId: 'https://parvis.example/saml/metadata',
      idpMetadata: ['https://idp.example/metadata'],
      folder: '/var/parvis/saml',
      clockToleranceMs: 90_000,
      roleGroups: { executive: [] },
    });
  });

  it('fall back on the demo identity provider', () => {
    expect(settingsOf({}, { identityProviders: [] }).idpNames).toEqual(['Parvis Demo']);
    expect(settingsOf({ SAML_IDP_NAMES: 'Acme' }, { identityProviders: [] }).idpNames).toEqual(['Acme']);
    expect(settingsOf({}, { identityProviders: [] }).idpMetadata).toEqual(['http://127.0.0.1:3001/metadata']);
  });

  it.each([
    ['in production', { production: true, identityProviders: [] }],
    ['to the groups of a provider of their own', { production: false, identityProviders: ['https://idp.example/metadata'] }],
  ])('give nobody a right by default %s', (_, changes) => {
    expect(settingsOf({}, changes).roleGroups).toEqual({ executive: [], hr: [], it: [], moderator: [], 'works-council': [], auditor: [] });
  });

  it('give the demo people their roles by the groups of the demo provider', () => {
    expect(settingsOf({}, { identityProviders: [] }).roleGroups).toMatchObject({ it: ['it'], 'works-council': ['works-council'] });
  });

  it.each([
    ['SAML_ATTRIBUTE_MAIL', 'mail'],
    ['SAML_ATTRIBUTE_GIVEN_NAME', 'givenName'],
    ['SAML_ATTRIBUTE_GIVENNAME', 'givenName'],
    ['SAML_ATTRIBUTE_UID', 'uid'],
  ] as const)('%s replaces the names of %s', (variable, field) => {
    expect(settingsOf({ [variable]: 'urn:first  second' }).attributes[field]).toEqual(['urn:first', 'second']);
  });

  it.each([
    ['executives', ['executives']],
    ['Comex, Codir', ['comex', 'codir']],
    ['Comex; Direction générale', ['comex', 'direction générale']],
    ['CN=Comex,OU=Groups,DC=corp', ['cn=comex,ou=groups,dc=corp']],
    ['CN=Comex,DC=corp; CN=Codir,DC=corp', ['cn=comex,dc=corp', 'cn=codir,dc=corp']],
  ])('SAML_ROLE_EXECUTIVE=%s names its groups', (value, groups) => {
    expect(settingsOf({ SAML_ROLE_EXECUTIVE: value }).roleGroups.executive).toEqual(groups);
  });

  it('name the groups of the works council', () => {
    expect(settingsOf({ SAML_ROLE_WORKS_COUNCIL: 'CSE' }, { production: true }).roleGroups['works-council']).toEqual(['cse']);
  });

  it('counts a variable that is empty as unset', () => {
    expect(settingsOf({ SAML_CLOCK_TOLERANCE_SECONDS: ' ', SAML_ROLE_HR: '' })).toMatchObject({ clockToleranceMs: 90_000, roleGroups: { hr: [] } });
  });

  it.each([
    [{ SAML_CLOCK_TOLERANCE_SECONDS: '600' }, /^SAML_CLOCK_TOLERANCE_SECONDS \("600"\) is not valid: .*from 0 to 120/],
    [{ SAML_CLOCK_TOLERANCE_SECONDS: 'long' }, /^SAML_CLOCK_TOLERANCE_SECONDS/],
    [{ SAML_ATTRIBUTE_MAILS: 'x' }, /^SAML_ATTRIBUTE_MAILS is not a setting: the attributes are .*SAML_ATTRIBUTE_GIVEN_NAME/],
    [{ SAML_ROLE_BOSS: 'x' }, /^SAML_ROLE_BOSS is not a setting: the roles are SAML_ROLE_EXECUTIVE.*, SAML_ROLE_WORKS_COUNCIL, SAML_ROLE_AUDITOR\.$/],
    [{ SAML_ROLE_EMPLOYEE: 'x' }, /everybody who signs in is an employee/],
    [{ SAML_IDP_METADATAS: 'x' }, /^SAML_IDP_METADATAS is not a setting: use SAML_IDP_METADATA/],
  ])('tells what is wrong with %j', (variables, fault) => {
    expect(faultsOf(variables)).toEqual([expect.stringMatching(fault)]);
  });

  it('tells every fault at once', () => {
    expect(faultsOf({ SAML_ROLE_BOSS: 'x', SAML_CLOCK_TOLERANCE_SECONDS: '-1' }, { identityProviders: ['ftp://idp.example'] })).toHaveLength(3);
  });

  it.each(['https://idp.example/m', './idp.xml', '/etc/parvis/idp.xml', 'file:///etc/parvis/idp.xml'])('takes metadata from %s', (source) => {
    expect(settingsOf({}, { identityProviders: [source] }).idpMetadata).toEqual([source]);
  });
});
