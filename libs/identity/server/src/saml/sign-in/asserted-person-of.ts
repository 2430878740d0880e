import type { Role } from '../../person/role.ts';
import type { AssertedPerson } from '../../session/asserted-person.ts';
import { SamlRefusal } from '../saml-refusal.ts';
import type { MappedRole, SamlSettings } from '../saml.config.ts';
import { nameIdFormat } from '../saml-names.ts';
import { nameIdAsUid, type PersonField } from './attribute-names.ts';
import { identifierOf } from './distinguished-name.ts';
import type { NameId, VerifiedAssertion } from './verified-assertion.ts';

type Mapping = Pick<SamlSettings, 'attributes' | 'roleGroups'>;

/**
 * Who signed in, in Parvis's own words. The stable identifier is the configured attribute, else a persistent NameID: never a mail,
 * which changes, and never a transient NameID, which is new every time. Refuses with `no-identifier`.
 */
export function assertedPersonOf(assertion: VerifiedAssertion, mapping: Mapping): AssertedPerson {
  const first = (field: PersonField) => valuesOf(assertion, mapping.attributes[field])[0] ?? null;
  const manager = first('manager');
  return {
    stableId: stableIdOf(assertion, mapping.attributes.uid),
    email: first('mail'),
    givenName: first('givenName'),
    surname: first('surname'),
    displayName: first('displayName'),
    department: first('department'),
    title: first('title'),
    manager: manager === null ? null : identifierOf(manager) || null,
    roles: rolesOf(valuesOf(assertion, mapping.attributes.groups), mapping.roleGroups),
  };
}

function stableIdOf({ attributes, nameId }: VerifiedAssertion, names: string[]): string {
  const fromAttribute = valuesOf({ attributes }, names)[0];
  if (fromAttribute) return fromAttribute;
  if (nameId && isStable(nameId, names)) return nameId.value;
  throw new SamlRefusal('no-identifier', `no attribute among ${names.join(', ')}; NameID format ${nameId?.format ?? 'not given'}`);
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

/** Made anew at every sign-in, so that a right is gone with its group. */
function rolesOf(groups: readonly string[], roleGroups: Record<MappedRole, string[]>): Role[] {
  // AD FS and LDAP send distinguished names where others send the bare name; IT writes either in the settings.
  const names = new Set(groups.flatMap((group) => [group.toLowerCase(), identifierOf(group).toLowerCase()]));
  const mapped = (Object.keys(roleGroups) as MappedRole[]).filter((role) => roleGroups[role].some((group) => names.has(group)));
  return ['employee', ...mapped];
}
