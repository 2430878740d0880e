import { complex, reference, text, truth, type ResourceType, type Schema } from './attribute.ts';

const userSchema: Schema = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:User',
  name: 'User',
  description: 'Somebody of the company.',
  attributes: [
    text('userName', 'Name of the account in the directory.', { required: true, uniqueness: 'server' }),
    complex('name', 'Name in its parts.', [
      text('formatted', 'The whole name.'),
      text('familyName', 'Family name.'),
      text('givenName', 'First name.'),
    ]),
    text('displayName', 'The name to show.'),
    text('title', 'Job title.'),
    truth('active', 'Whether they work here. Set to false, they are signed out everywhere and what they wrote stays.'),
    complex('emails', 'Addresses at work; the primary one is shown, else that of the type work, else the first.', [
      text('value', 'The address.'),
      text('type', 'What it is for.', { canonicalValues: ['work', 'home', 'other'] }),
      truth('primary', 'Whether it is the preferred one.'),
    ], { multiValued: true }),
    complex('groups', 'Groups that they are in.', [
      text('value', 'Identifier of the group.', { caseExact: true, mutability: 'readOnly' }),
      reference('$ref', 'Address of the group.', ['Group'], { mutability: 'readOnly' }),
      text('display', 'Name of the group.', { mutability: 'readOnly' }),
    ], { multiValued: true, mutability: 'readOnly' }),
  ],
};

export const enterpriseId = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const enterpriseSchema: Schema = {
  id: enterpriseId,
  name: 'EnterpriseUser',
  description: 'Their place in the company.',
  attributes: [
    text('employeeNumber', 'Identifier that the company never changes nor gives to somebody else.', { caseExact: true }),
    text('department', 'Department.'),
    complex('manager', 'Whom they report to.', [
      text('value', 'Identifier of the manager in Parvis; an employeeNumber or an externalId will do as well.', { caseExact: true }),
      reference('$ref', 'Address of the manager.', ['User'], { mutability: 'readOnly' }),
      text('displayName', 'Name of the manager.', { mutability: 'readOnly' }),
    ]),
  ],
};

/** What a directory may tell of somebody. Parvis keeps what it has a use for: nothing else, such as a private address, is taken in. */
export const userType: ResourceType = {
  name: 'User',
  endpoint: '/Users',
  description: 'People of the company.',
  core: userSchema,
  extensions: [enterpriseSchema],
  passedOver: new Set(
    ['nickName', 'profileUrl', 'userType', 'preferredLanguage', 'locale', 'timezone', 'password', 'phoneNumbers', 'ims', 'photos', 'addresses', 'entitlements', 'roles', 'x509Certificates',
      'honorificPrefix', 'honorificSuffix', 'middleName', 'display', 'costCenter', 'organization', 'division'].map((name) => name.toLowerCase()),
  ),
};
