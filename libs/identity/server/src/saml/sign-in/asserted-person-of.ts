import type { Role } from '../../person/role.ts';
import type { AccountNames } from '../../account/accounts.ts';
import type { AssertedPerson } from '../../session/asserted-person.ts';
import { SamlRefusal } from '../saml-refusal.ts';
import type { ProviderSettings } from '../identity-provider/provider.ts';
import type { MappedRole } from '../saml.config.ts';
import { nameIdFormat } from '../saml-names.ts';
import { groupsElsewhere, nameIdAsUid, type PersonField } from './attribute-names.ts';
import { identifierOf } from './distinguished-name.ts';
import type { NameId, VerifiedAssertion } from './verified-assertion.ts';

export type Mapping = Pick<ProviderSettings, 'attributes' | 'roleGroups' | 'admittedGroups' | 'sharesIdentifiers'>;

/**
 * Who signed in, in Parvis's own words. The stable identifier is the configured attribute, else a persistent NameID: never a mail,
 * which changes, and never a transient NameID, which is new every time. Refuses with `no-identifier`, `not-admitted`.
 */
export function assertedPersonOf(assertion: VerifiedAssertion, mapping: Mapping): AssertedPerson {
  const first = (field: PersonField) => valuesOf(assertion, mapping.attributes[field])[0] ?? null;
  const manager = first('manager');
  const groups = groupNames(valuesOf(assertion, mapping.attributes.groups));
  if (mapping.admittedGroups.length > 0 && !mapping.admittedGroups.some((group) => groups.has(group))) throw new SamlRefusal('not-admitted', `none of ${mapping.admittedGroups.join(', ')}`);
  return {
    account: { issuer: assertion.issuer, ...namesOf(assertion, mapping.attributes.uid), sharesIdentifiers: mapping.sharesIdentifiers },
    email: first('mail'),
    givenName: first('givenName'),
    surname: first('surname'),
    displayName: first('displayName'),
    department: first('department'),
    title: first('title'),
    manager: manager === null ? null : identifierOf(manager) || null,
    roles: rolesOf(groups, mapping.roleGroups),
    groups: assertion.attributes.has(groupsElsewhere) ? null : [...groups],
  };
}

function namesOf(assertion: VerifiedAssertion, names: string[]): Pick<AccountNames, 'subject' | 'isAttribute' | 'nameId'> {
  const { nameId } = assertion;
  const fromAttribute = valuesOf(assertion, names)[0];
  if (fromAttribute) return { subject: fromAttribute, isAttribute: true, nameId: nameId.format === nameIdFormat.persistent && nameId.value !== fromAttribute ? nameId.value : null };
  if (isStable(nameId, names)) return { subject: nameId.value, isAttribute: false, nameId: null };
  throw new SamlRefusal('no-identifier', `no attribute among ${names.join(', ')}; NameID format ${nameId.format ?? 'not given'}`);
}

function isStable({ format, value }: NameId, names: string[]): boolean {
  if (format === nameIdFormat.persistent) return true;
  if (!names.includes(nameIdAsUid)) return false;
  return format !== nameIdFormat.transient && format !== nameIdFormat.email && !value.includes('@');
}

/** The values of the first of these attributes that has any. */
function valuesOf({ attributes }: Pick<VerifiedAssertion, 'attributes'>, names: string[]): readonly string[] {
  for (const name of names) {
    const values = attributes.get(name);
    if (values?.length) return values;
  }
  return [];
}

/** In lower case. AD FS and LDAP send distinguished names where others send the bare name; IT writes either in the settings. */
function groupNames(groups: readonly string[]): ReadonlySet<string> {
  return new Set(groups.flatMap((group) => [group.toLowerCase(), identifierOf(group).toLowerCase()]));
}

/** Made anew at every sign-in, so that a right is gone with its group. */
function rolesOf(groups: ReadonlySet<string>, roleGroups: Record<MappedRole, string[]>): Role[] {
  const mapped = (Object.keys(roleGroups) as MappedRole[]).filter((role) => roleGroups[role].some((group) => groups.has(group)));
  return ['employee', ...mapped];
}
