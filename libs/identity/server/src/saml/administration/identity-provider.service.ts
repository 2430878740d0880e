import { Injectable } from '@nestjs/common';
import { checkedId, limited, platformErrors, requiredLine, requiredText, Transactions, wordList, type Transaction } from '@parvis/platform/server';
import { Administration } from '../../administration/administration.ts';
import { identityErrors } from '../../identity.errors.ts';
import type { Viewer } from '../../viewer/viewer.ts';
import { IdentityProviderEntity } from '../identity-provider/identity-provider.entity.ts';
import { IdentityProviders } from '../identity-provider/identity-providers.ts';
import { MetadataFault } from '../identity-provider/metadata-fault.ts';
import { readIdpMetadata } from '../identity-provider/metadata.ts';
import { download } from '../identity-provider/metadata-source.ts';
import { mappedRoles, type MappedRole } from '../saml.config.ts';
import { personFields, type PersonField } from '../sign-in/attribute-names.ts';
import { domainOf } from '../sign-in/provider-choice.ts';

export interface NewIdentityProvider {
  id: string;
  name: string;
  metadataUrl: string | null;
  metadata: string | null;
}

/** What is undefined or null stays. */
export type IdentityProviderChange = {
  [key in 'name' | 'isEnabled' | 'mailDomains' | 'acceptsUnsolicited' | 'sharesIdentifiers' | 'clockToleranceSeconds' | 'admittedGroups']?: IdentityProviderEntity[key] | null | undefined;
} & {
  attributes?: readonly { field: PersonField; names: string[] }[] | null | undefined;
  roleGroups?: readonly { role: string; groups: string[] }[] | null | undefined;
};

const maxName = 80;
const maxMetadata = 1_000_000;
const maxTolerance = 120;
const maxDomains = 50;
const domainForm = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/** Connects identity providers, changes and removes them, for IT. Each is an entry of the audit log. */
@Injectable()
export class IdentityProviderService {
  constructor(
    private readonly administration: Administration,
    private readonly providers: IdentityProviders,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Connects one that nobody signs in by until it is enabled. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG, IDENTITY_PROVIDER_METADATA,
   * IDENTITY_PROVIDER_CONNECTED.
   */
  async connect(viewer: Viewer, { id, name, metadataUrl, metadata }: NewIdentityProvider): Promise<string> {
    this.administration.require(viewer);
    const named = requiredLine('name', name, maxName);
    const address = limited('metadataUrl', metadataUrl ?? '', 2_000) || null;
    const xml = address === null ? requiredText('metadata', metadata ?? '', maxMetadata) : await readAt(address);
    const { entityId } = faultsOn(address === null ? 'metadata' : 'metadataUrl', () => readIdpMetadata(xml));
    const now = new Date();
    await this.transactions.run(async (tx) => {
      const row = { ...usual, id: checkedId('id', id), name: named, entityId, metadataUrl: address, metadata: xml, metadataReadAt: now, createdAt: now, updatedAt: now };
      if (await tx.manager.existsBy(IdentityProviderEntity, { id: row.id })) return;
      await this.requireUnknown(tx, entityId);
      await tx.manager.insert(IdentityProviderEntity, row);
      record(tx, viewer, 'connected', { provider: entityId });
    });
    return id;
  }

  /**
   * Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, IDENTITY_PROVIDER_NOT_FOUND, IDENTITY_PROVIDER_OF_ENVIRONMENT, TEXT_REQUIRED, TEXT_TOO_LONG, TOO_MANY_ITEMS, MAIL_DOMAIN_INVALID,
   * CLOCK_TOLERANCE_INVALID.
   */
  async change(viewer: Viewer, id: string, change: IdentityProviderChange): Promise<void> {
    this.administration.require(viewer);
    const checked = checkedChange(change);
    await this.transactions.run(async (tx) => {
      const row = await this.locked(tx, id);
      const changed = Object.fromEntries(Object.entries(checked).filter(([key, value]) => JSON.stringify(row[key as keyof IdentityProviderEntity]) !== JSON.stringify(value)));
      if (Object.keys(changed).length === 0) return;
      await tx.manager.update(IdentityProviderEntity, { id: row.id }, { ...changed, updatedAt: new Date() });
      record(tx, viewer, 'changed', { provider: row.entityId, changed: Object.keys(changed).sort() });
    });
  }

  /** Removes one for good; its people are still known should it come back. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, IDENTITY_PROVIDER_NOT_FOUND, IDENTITY_PROVIDER_OF_ENVIRONMENT, NAME_TYPED_DIFFERS. */
  async remove(viewer: Viewer, id: string, typedName: string): Promise<void> {
    this.administration.require(viewer);
    await this.transactions.run(async (tx) => {
      const row = await this.locked(tx, id);
      if (typedName.trim() !== row.name) throw identityErrors.nameTypedDiffers();
      await tx.manager.delete(IdentityProviderEntity, { id: row.id });
      record(tx, viewer, 'removed', { provider: row.entityId });
    });
  }

  private async locked(tx: Transaction, id: string): Promise<IdentityProviderEntity> {
    if ((await this.providers.all()).some((known) => known.id === id && known.isOfEnvironment)) throw identityErrors.identityProviderOfEnvironment();
    const row = await tx.manager.findOne(IdentityProviderEntity, { where: { id: checkedId('id', id) }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw identityErrors.identityProviderNotFound();
    return row;
  }

  private async requireUnknown(tx: Transaction, entityId: string): Promise<void> {
    await tx.manager.query(`SELECT pg_advisory_xact_lock(hashtext('identity_provider'))`);
    // One of the environment that does not answer at this moment is not known by its name: its own metadata would be taken in its place, which is the same.
    const known = (await this.providers.all()).find((provider) => provider.entityId === entityId);
    if (known) throw identityErrors.identityProviderConnected(known.name);
  }
}

const usual = {
  isEnabled: false,
  mailDomains: [],
  acceptsUnsolicited: false,
  sharesIdentifiers: false,
  clockToleranceSeconds: 90,
  attributes: {},
  roleGroups: {},
  admittedGroups: [],
} satisfies Partial<IdentityProviderEntity>;

function record(tx: Transaction, { personId }: Viewer, what: string, details: Record<string, string | string[]>): void {
  tx.record({ area: 'configuration', action: `configuration.identity-provider-${what}`, actorId: personId, details });
}

async function readAt(address: string): Promise<string> {
  if (!URL.canParse(address) || !['http:', 'https:'].includes(new URL(address).protocol)) throw identityErrors.metadataFaulty('address', 'metadataUrl');
  return download(address).catch((error: unknown) => asFault(error, 'metadataUrl'));
}

function faultsOn<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    return asFault(error, field);
  }
}

function asFault(error: unknown, field: string): never {
  throw error instanceof MetadataFault ? identityErrors.metadataFaulty(error.code, field) : error;
}

/** Errors: TEXT_REQUIRED, TEXT_TOO_LONG, TOO_MANY_ITEMS, MAIL_DOMAIN_INVALID, CLOCK_TOLERANCE_INVALID. */
function checkedChange({ name, mailDomains, clockToleranceSeconds, admittedGroups, attributes, roleGroups, ...flags }: IdentityProviderChange): Partial<IdentityProviderEntity> {
  const told: Partial<IdentityProviderEntity> = Object.fromEntries(Object.entries(flags).filter(([, value]) => value != null));
  if (name != null) told.name = requiredLine('name', name, maxName);
  if (mailDomains != null) told.mailDomains = wordList('mailDomains', mailDomains.map(checkedDomain), { maxItems: maxDomains, maxLength: 253 });
  if (clockToleranceSeconds != null) told.clockToleranceSeconds = checkedTolerance(clockToleranceSeconds);
  if (admittedGroups != null) told.admittedGroups = groups('admittedGroups', admittedGroups);
  if (attributes != null) told.attributes = checkedAttributes(attributes);
  if (roleGroups != null) told.roleGroups = checkedRoles(roleGroups);
  return told;
}

function checkedDomain(value: string): string {
  // Whoever types a whole address means what stands behind its @.
  const domain = domainOf(value);
  if (!domainForm.test(domain)) throw identityErrors.mailDomainInvalid(value.slice(0, 100));
  return domain;
}

function checkedTolerance(seconds: number): number {
  if (seconds < 0 || seconds > maxTolerance) throw identityErrors.clockToleranceInvalid(maxTolerance);
  return seconds;
}

const groups = (field: string, values: string[]): string[] => wordList(field, values, { maxItems: 50, maxLength: 500 }).map((group) => group.toLowerCase());

function checkedAttributes(told: NonNullable<IdentityProviderChange['attributes']>): IdentityProviderEntity['attributes'] {
  const names = told.map(({ field, names: values }) => [field, wordList('attributes', values, { maxItems: 20, maxLength: 200 })] as const);
  return Object.fromEntries(names.filter(([field, values]) => personFields.includes(field) && values.length > 0));
}

function checkedRoles(told: NonNullable<IdentityProviderChange['roleGroups']>): IdentityProviderEntity['roleGroups'] {
  const given = told.map(({ role, groups: values }) => [role as MappedRole, groups('roleGroups', values)] as const);
  if (given.some(([role]) => !mappedRoles.includes(role))) throw platformErrors.forbidden();
  return Object.fromEntries(given.filter(([, values]) => values.length > 0));
}

