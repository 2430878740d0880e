export const personFields = ['uid', 'mail', 'givenName', 'surname', 'displayName', 'department', 'title', 'manager', 'groups'] as const;
export type PersonField = (typeof personFields)[number];

/** For each field, the attributes that may carry it; the first one that has a value counts. */
export type AttributeNames = Record<PersonField, string[]>;

/** Instead of an attribute's name for `uid`: use the NameID also when its format is not said, once IT knows that it never changes. */
export const nameIdAsUid = 'NameID';

const xmlsoap = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';
const adfs = 'http://schemas.microsoft.com/ws/2008/06/identity/claims';
const entra = 'http://schemas.microsoft.com/identity/claims';

/**
 * Plain names, the object identifiers that Shibboleth and SimpleSAMLphp send (RFC 4519, RFC 2798, RFC 4524, eduPerson), the claims of
 * AD FS and Microsoft Entra ID.
 */
export const defaultAttributeNames: AttributeNames = {
  // No mail and no user principal name here: both change when somebody marries or a company is bought.
  uid: [
    'uid',
    'urn:oid:0.9.2342.19200300.100.1.1',
    `${entra}/objectidentifier`,
    'urn:oasis:names:tc:SAML:attribute:pairwise-id',
    'urn:oasis:names:tc:SAML:attribute:subject-id',
    'objectGUID',
    `${adfs}/windowsaccountname`,
    'sAMAccountName',
  ],
  mail: ['mail', 'email', 'urn:oid:0.9.2342.19200300.100.1.3', `${xmlsoap}/emailaddress`, 'emailAddress'],
  givenName: ['givenName', 'urn:oid:2.5.4.42', `${xmlsoap}/givenname`, 'firstName', 'first_name'],
  surname: ['sn', 'surname', 'urn:oid:2.5.4.4', `${xmlsoap}/surname`, 'lastName', 'last_name'],
  displayName: ['displayName', 'urn:oid:2.16.840.1.113730.3.1.241', `${entra}/displayname`, 'cn', 'urn:oid:2.5.4.3'],
  department: ['department', 'urn:oid:1.2.840.113556.1.2.141', `${xmlsoap}/department`, 'departmentNumber', 'urn:oid:2.16.840.1.113730.3.1.2', 'ou', 'urn:oid:2.5.4.11'],
  title: ['title', 'jobTitle', 'urn:oid:2.5.4.12', `${xmlsoap}/title`, `${xmlsoap}/jobtitle`],
  manager: ['manager', 'urn:oid:0.9.2342.19200300.100.1.10', `${xmlsoap}/manager`],
  groups: ['groups', 'memberOf', 'group', 'isMemberOf', 'urn:oid:1.3.6.1.4.1.5923.1.5.1.1', `${adfs}/groups`, `${adfs}/role`, 'http://schemas.xmlsoap.org/claims/Group'],
};

/** What Entra ID sends in place of the groups of somebody who is in more than 150 of them. */
export const groupsElsewhere = 'http://schemas.microsoft.com/claims/groups.link';
