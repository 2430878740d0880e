import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject } from '../schema/attribute.ts';
import { taken } from '../schema/taken.ts';
import { enterpriseId, userType } from '../schema/user.schema.ts';
import { patched } from './patch.ts';

const user = (told: object = {}): JsonObject => taken(userType, { userName: 'ada', ...told } as JsonObject);
const patch = (resource: JsonObject, ...operations: object[]) => patched(userType, resource, operations as JsonObject[]);

describe('what Entra ID sends', () => {
  it.each<[string, object, object, object]>([
    ['a truth as a text', {}, { op: 'Replace', path: 'active', value: 'False' }, { active: false }],
    ['a truth as a text without a path', {}, { op: 'replace', value: { active: 'False' } }, { active: false }],
    ['an address that is not there yet', {}, { op: 'Add', path: 'emails[type eq "work"].value', value: 'a@b.org' }, { emails: [{ type: 'work', value: 'a@b.org' }] }],
    ['an address that is there', { emails: [{ type: 'work', value: 'a@b.org' }, { type: 'home', value: 'h@b.org' }] }, { op: 'Replace', path: 'emails[type eq "work"].value', value: 'c@b.org' }, { emails: [{ type: 'work', value: 'c@b.org' }, { type: 'home', value: 'h@b.org' }] }],
    ['an address by two conditions', {}, { op: 'Add', path: 'emails[type eq "work" and primary eq true].value', value: 'a@b.org' }, { emails: [{ type: 'work', primary: true, value: 'a@b.org' }] }],
    ['a manager as a bare text', {}, { op: 'Add', path: `${enterpriseId}:manager`, value: '77' }, { [enterpriseId]: { manager: { value: '77' } } }],
    ['a manager as an object', {}, { op: 'Add', path: `${enterpriseId}:manager`, value: { value: '77' } }, { [enterpriseId]: { manager: { value: '77' } } }],
    ['a manager in a list', {}, { op: 'Add', path: `${enterpriseId}:manager`, value: [{ value: '77' }] }, { [enterpriseId]: { manager: { value: '77' } } }],
    ['a manager by its value', {}, { op: 'Add', path: `${enterpriseId}:manager.value`, value: '77' }, { [enterpriseId]: { manager: { value: '77' } } }],
    ['no manager any more', { [enterpriseId]: { manager: { value: '77' }, department: 'R&D' } }, { op: 'Remove', path: `${enterpriseId}:manager` }, { [enterpriseId]: { department: 'R&D' } }],
    ['no manager, as an empty text', { [enterpriseId]: { manager: { value: '77' } } }, { op: 'Replace', path: `${enterpriseId}:manager`, value: '' }, {}],
    ['a part of the name', { name: { familyName: 'Byron', givenName: 'Ada' } }, { op: 'Replace', path: 'name.familyName', value: 'Lovelace' }, { name: { familyName: 'Lovelace', givenName: 'Ada' } }],
    ['keys that are paths', {}, { op: 'replace', value: { 'name.givenName': 'Ada', [`${enterpriseId}:department`]: 'R&D', title: 'Clerk' } }, { name: { givenName: 'Ada' }, title: 'Clerk', [enterpriseId]: { department: 'R&D' } }],
    ['what Parvis does not keep', {}, { op: 'Add', path: 'addresses[type eq "work"].streetAddress', value: '1 rue' }, {}],
    ['another number that Parvis does not keep', {}, { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '1' }, {}],
    ['an address of an extension', {}, { op: 'add', path: enterpriseId, value: { department: 'R&D' } }, { [enterpriseId]: { department: 'R&D' } }],
    ['a whole path of the core', {}, { op: 'add', path: 'urn:ietf:params:scim:schemas:core:2.0:User:title', value: 'Clerk' }, { title: 'Clerk' }],
  ])('%s', (_what, before, operation, after) => {
    expect(patch(user(before), operation)).toEqual(user(after));
  });
});

describe('what Okta sends', () => {
  it.each<[string, object, object, object]>([
    ['an object without a path', { active: true }, { op: 'replace', value: { active: false } }, { active: false }],
    ['read-only attributes along', {}, { op: 'replace', value: { id: 'x', title: 'Clerk', meta: {}, schemas: [] } }, { title: 'Clerk' }],
    ['the extension as an object', { [enterpriseId]: { department: 'R&D', employeeNumber: '7' } }, { op: 'replace', value: { [enterpriseId]: { department: 'Sales' } } }, { [enterpriseId]: { department: 'Sales', employeeNumber: '7' } }],
    ['addresses as a whole', { emails: [{ value: 'x@b.org' }] }, { op: 'replace', path: 'emails', value: [{ value: 'a@b.org', primary: 'true' }] }, { emails: [{ value: 'a@b.org', primary: true }] }],
    ['an object that leaves the rest', { name: { familyName: 'Byron', givenName: 'Ada' } }, { op: 'replace', value: { name: { givenName: 'Augusta' } } }, { name: { familyName: 'Byron', givenName: 'Augusta' } }],
  ])('%s', (_what, before, operation, after) => {
    expect(patch(user(before), operation)).toEqual(user(after));
  });
});

describe('several values', () => {
  const both = { emails: [{ type: 'work', value: 'w@b.org', primary: true }, { type: 'home', value: 'h@b.org' }] };

  it.each<[string, object, object]>([
    ['one is added, and is the primary one', { op: 'add', path: 'emails', value: [{ value: 'n@b.org', primary: true }] }, { emails: [{ type: 'work', value: 'w@b.org' }, { type: 'home', value: 'h@b.org' }, { value: 'n@b.org', primary: true }] }],
    ['one that is there is not added again', { op: 'add', path: 'emails', value: { type: 'home', value: 'H@b.org' } }, { emails: [{ type: 'work', value: 'w@b.org', primary: true }, { type: 'home', value: 'H@b.org' }] }],
    ['those that a filter means are removed', { op: 'remove', path: 'emails[type eq "home"]' }, { emails: [{ type: 'work', value: 'w@b.org', primary: true }] }],
    ['a filter that means none removes none', { op: 'remove', path: 'emails[type eq "other"]' }, both],
    ['those that the value names are removed', { op: 'Remove', path: 'emails', value: [{ value: 'w@b.org' }] }, { emails: [{ type: 'home', value: 'h@b.org' }] }],
    ['all are removed', { op: 'remove', path: 'emails' }, {}],
    ['by or and not', { op: 'remove', path: 'emails[not (type eq "work") or value sw "W"]' }, {}],
  ])('%s', (_what, operation, after) => {
    expect(patch(user(both), operation)).toEqual(user(after));
  });
});

describe('what cannot be done', () => {
  it.each<[string, unknown, string]>([
    ['no operations', [], 'invalidSyntax'],
    ['no list', {}, 'invalidSyntax'],
    ['an unknown operation', [{ op: 'move', path: 'title' }], 'invalidSyntax'],
    ['a removal without a path', [{ op: 'remove' }], 'noTarget'],
    ['an unknown attribute', [{ op: 'add', path: 'shoeSize', value: '44' }], 'invalidPath'],
    ['an unknown part', [{ op: 'add', path: 'name.nick', value: 'A' }], 'invalidPath'],
    ['a filter on one value', [{ op: 'add', path: 'title[type eq "work"]', value: 'A' }], 'invalidPath'],
    ['a filter that cannot be read', [{ op: 'add', path: 'emails[type equals "work"].value', value: 'A' }], 'invalidFilter'],
    ['a filter that names no new value', [{ op: 'replace', path: 'emails[value co "nobody"].type', value: 'work' }], 'noTarget'],
    ['a read-only attribute', [{ op: 'replace', path: 'id', value: 'x' }], 'mutability'],
    ['groups', [{ op: 'add', path: 'groups', value: [{ value: 'x' }] }], 'mutability'],
    ['a text for a truth', [{ op: 'replace', path: 'active', value: 'perhaps' }], 'invalidValue'],
    ['no name of the account', [{ op: 'remove', path: 'userName' }], 'invalidValue'],
    ['an object for a text', [{ op: 'replace', path: 'title', value: { text: 'x' } }], 'invalidValue'],
    ['two managers', [{ op: 'replace', path: `${enterpriseId}:manager`, value: [{ value: '1' }, { value: '2' }] }], 'invalidValue'],
  ])('%s', (_what, operations, scimType) => {
    expect(() => patched(userType, user(), operations as JsonObject[])).toThrow(expect.objectContaining({ scimType }));
  });
});

describe('any dialect', () => {
  const text = fc.constantFrom('Ada', 'Byron', 'R&D « Été »', 'x"y', '7');
  const person = fc.record(
    {
      name: fc.record({ givenName: text, familyName: text }, { requiredKeys: ['familyName'] }),
      title: text,
      active: fc.boolean(),
      emails: fc.record({ work: text, home: text }, { requiredKeys: [] }),
      department: text,
      manager: text,
    },
    { requiredKeys: ['active', 'name'] },
  );
  type Person = typeof person extends fc.Arbitrary<infer P> ? P : never;
  const types = ['work', 'home'] as const;

  const whole = ({ name, title, active, emails, department, manager }: Person): object => ({
    name,
    title: title ?? null,
    active,
    emails: types.flatMap((type) => (emails?.[type] ? [{ type, value: emails[type] }] : [])),
    [enterpriseId]: { ...(department && { department }), ...(manager && { manager: { value: manager } }) },
  });
  const setOrRemove = (path: string, value: unknown) => (value === undefined ? { op: 'Remove', path } : { op: 'Replace', path, value });
  const entra = ({ name, title, active, emails, department, manager }: Person): object[] => [
    { op: 'Replace', path: 'active', value: active ? 'True' : 'False' },
    setOrRemove('name.givenName', name.givenName),
    setOrRemove('name.familyName', name.familyName),
    setOrRemove('title', title),
    ...types.map((type) => (emails?.[type] ? { op: 'Replace', path: `emails[type eq "${type}"].value`, value: emails[type] } : { op: 'Remove', path: `emails[type eq "${type}"]` })),
    setOrRemove(`${enterpriseId}:department`, department),
    setOrRemove(`${enterpriseId}:manager`, manager),
  ];
  const okta = (told: Person): object[] => {
    const { [enterpriseId]: _extension, ...rest } = whole(told) as JsonObject;
    const { department = null, manager = null } = told;
    const { givenName = null, familyName } = told.name;
    return [{ op: 'replace', value: { ...rest, name: { givenName, familyName }, [enterpriseId]: { department, manager } } }];
  };
  const sorted = (resource: JsonObject): JsonObject => {
    const { emails, ...rest } = resource;
    return Array.isArray(emails) ? { ...rest, emails: emails.toSorted((a, b) => (JSON.stringify(a).includes('work') ? -1 : JSON.stringify(b).includes('work') ? 1 : 0)) } : rest;
  };

  it.each<[string, (told: Person) => object[]]>([['Entra ID', entra], ['Okta', okta]])('gives what a PUT gives: %s', (_who, dialect) => {
    fc.assert(
      fc.property(person, person, (before, after) => {
        expect(sorted(patch(user(whole(before)), ...dialect(after)))).toEqual(sorted(user(whole(after))));
      }),
      { numRuns: 500 },
    );
  });

  it('refuses whatever makes no sense by a refusal, and nothing else', () => {
    const junk = fc.oneof(fc.jsonValue(), fc.record({ op: fc.constantFrom('add', 'Replace', 'remove'), path: fc.oneof(fc.string(), fc.constantFrom('emails[type eq "work"]', 'name', enterpriseId, 'emails', 'active')), value: fc.jsonValue() }, { requiredKeys: ['op'] }));
    fc.assert(
      fc.property(fc.array(junk, { maxLength: 3 }), (operations) => {
        try {
          patched(userType, user({ emails: [{ value: 'a@b.org', type: 'work' }] }), operations as JsonObject[]);
        } catch (error) {
          expect(error).toMatchObject({ name: 'ScimError', status: 400 });
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
