import { join } from 'node:path';
import { Config } from '@parvis/platform/server';
import { z } from 'zod';
import type { Role } from '../person/role.ts';
import type { ProviderSettings } from './identity-provider/provider.ts';
import { defaultAttributeNames, personFields, type PersonField } from './sign-in/attribute-names.ts';

/** Token of the checked settings. */
export const samlSettings = Symbol('samlSettings');

export const samlSettingsProvider = {
  provide: samlSettings,
  inject: [Config],
  useFactory: (config: Config): SamlSettings => {
    const result = parseSamlSettings(process.env, config);
    if ('faults' in result) throw new Error(result.faults.join('\n'));
    return result.settings;
  },
};

export type MappedRole = Exclude<Role, 'employee'>;

/** What the environment says about sign-in, checked. What it says of identity providers holds for those that it names. */
export interface SamlSettings extends ProviderSettings {
  /** Public address of Parvis, the first of several, without a final slash. */
  publicUrl: string;
  /** The others. */
  otherUrls: readonly string[];
  /** Our name at the identity provider; by default the address of our metadata. */
  entityId: string;
  /** Addresses or files; the first one is asked when somebody signs in. */
  idpMetadata: string[];
  /** What people read when they choose among several, in the same order; those that are left out are called by their host. */
  idpNames: string[];
  /** Where our keys and the last known metadata are kept; absolute. */
  folder: string;
  /** Whether our metadata has keys to encrypt with. */
  encryption: boolean;
  /** Whether administration wants its people to say again who they are. */
  confirmation: boolean;
}

// The groups of the demo people, for the demo provider alone: elsewhere a group that happens to be called "it" must give nothing.
const demoRoleGroups: Record<MappedRole, string[]> = { executive: ['executives'], hr: ['hr'], it: ['it'], moderator: ['moderators'], 'works-council': ['works-council'], auditor: ['auditors'] };
/** What the demo identity provider is called where people choose; the same in every language. */
const demoName = 'Parvis Demo';

export const mappedRoles = Object.keys(demoRoleGroups) as MappedRole[];

/** What sign-in needs to know of the configuration of the whole server. */
export interface Surroundings {
  production: boolean;
  publicUrl: string;
  addresses: { urls: readonly string[] };
  dataDir: string;
  identityProviders: string[];
  demoIdpPort: number;
}

const fixedNames = ['SAML_IDP_METADATA', 'SAML_ENTITY_ID', 'SAML_CLOCK_TOLERANCE_SECONDS', 'SAML_ADMITTED_GROUPS', 'SAML_UNSOLICITED', 'SAML_ENCRYPTION', 'SAML_CONFIRMATION', 'SAML_IDP_NAMES', 'SAML_COMMUNITIES'];
const attributePrefix = 'SAML_ATTRIBUTE_';
const rolePrefix = 'SAML_ROLE_';

const tolerance = z.coerce.number().int().min(0).max(120);

/** Every fault is one sentence that names the variable and says what to do; a variable that is set but empty counts as unset. */
export function parseSamlSettings(variables: Record<string, string | undefined>, around: Surroundings): { settings: SamlSettings } | { faults: string[] } {
  const set = new Map(Object.entries(variables).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));
  const faults: string[] = [];
  const attributes = { ...defaultAttributeNames };
  const isDemo = !around.production && around.identityProviders.length === 0;
  const roleGroups: typeof demoRoleGroups = isDemo ? { ...demoRoleGroups } : { executive: [], hr: [], it: [], moderator: [], 'works-council': [], auditor: [] };

  for (const [name, value] of set) {
    if (!name.startsWith('SAML_') || fixedNames.includes(name)) continue;
    const field = name.startsWith(attributePrefix) ? fieldNamed(name.slice(attributePrefix.length)) : undefined;
    const role = name.startsWith(rolePrefix) ? mappedRoles.find((known) => variableOf(known) === name.slice(rolePrefix.length)) : undefined;
    if (field) attributes[field] = value.split(/\s+/);
    else if (role) roleGroups[role] = groupList(value);
    else faults.push(unknownName(name));
  }

  const seconds = tolerance.safeParse(set.get('SAML_CLOCK_TOLERANCE_SECONDS') ?? 90);
  if (!seconds.success) {
    faults.push(
      `SAML_CLOCK_TOLERANCE_SECONDS (${JSON.stringify(set.get('SAML_CLOCK_TOLERANCE_SECONDS'))}) is not valid: use a whole number of seconds from 0 to 120, or leave it out for 90.`,
    );
  }

  const unsolicited = onOrOff(set, 'SAML_UNSOLICITED', 'off', faults);
  const confirmation = onOrOff(set, 'SAML_CONFIRMATION', 'on', faults);
  const encryption = onOrOff(set, 'SAML_ENCRYPTION', 'on', faults);
  faults.push(...around.identityProviders.flatMap(sourceFault));

  if (faults.length > 0 || !seconds.success) return { faults };
  return {
    settings: {
      publicUrl: around.publicUrl,
      otherUrls: around.addresses.urls.filter((url) => url !== around.publicUrl),
      entityId: set.get('SAML_ENTITY_ID') ?? `${around.publicUrl}/saml/metadata`,
      idpMetadata: around.identityProviders.length > 0 ? around.identityProviders : [`http://127.0.0.1:${around.demoIdpPort}/metadata`],
      idpNames: (set.get('SAML_IDP_NAMES') ?? (around.identityProviders.length > 0 ? '' : demoName)).split(';').map((name) => name.trim()),
      folder: join(around.dataDir, 'saml'),
      clockToleranceMs: seconds.data * 1000,
      attributes,
      roleGroups,
      admittedGroups: groupList(set.get('SAML_ADMITTED_GROUPS') ?? ''),
      acceptsUnsolicited: unsolicited,
      sharesIdentifiers: true,
      encryption,
      confirmation,
    },
  };
}

function onOrOff(set: ReadonlyMap<string, string>, name: string, usual: 'on' | 'off', faults: string[]): boolean {
  const value = set.get(name) ?? usual;
  if (value !== 'on' && value !== 'off') faults.push(`${name} (${JSON.stringify(value)}) is not valid: use on or off, or leave it out for ${usual}.`);
  return value === 'on';
}

function fieldNamed(suffix: string): PersonField | undefined {
  // GIVEN_NAME and GIVENNAME are both what somebody would try first.
  const wanted = suffix.replaceAll('_', '').toLowerCase();
  return personFields.find((field) => field.toLowerCase() === wanted);
}

/** Names separated by semicolons, or by commas too when none of them is a distinguished name, which is full of commas. */
export function groupList(value: string): string[] {
  const separator = value.includes('=') ? /;/ : /[;,]/;
  return value.split(separator).map((group) => group.trim().toLowerCase()).filter(Boolean);
}

/** `givenName` is GIVEN_NAME, `works-council` WORKS_COUNCIL. */
const variableOf = (name: string): string => name.replace(/([A-Z])/g, '_$1').replaceAll('-', '_').toUpperCase();

function unknownName(name: string): string {
  const asVariables = (prefix: string, names: readonly string[]) =>
    names.map((known) => prefix + variableOf(known)).join(', ');
  if (name === `${rolePrefix}EMPLOYEE`) return `${name} has no effect, since everybody who signs in is an employee: leave it out.`;
  if (name.startsWith(rolePrefix)) return `${name} is not a setting: the roles are ${asVariables(rolePrefix, mappedRoles)}.`;
  if (name.startsWith(attributePrefix)) return `${name} is not a setting: the attributes are ${asVariables(attributePrefix, personFields)}.`;
  return `${name} is not a setting: use ${fixedNames.join(', ')}, ${attributePrefix}… or ${rolePrefix}….`;
}

function sourceFault(source: string): string[] {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(source) || URL.canParse(source) && ['http:', 'https:', 'file:'].includes(new URL(source).protocol)) return [];
  return [`SAML_IDP_METADATA (${JSON.stringify(source)}) is neither an address that starts with https:// or http://, nor a file: give one of them.`];
}
