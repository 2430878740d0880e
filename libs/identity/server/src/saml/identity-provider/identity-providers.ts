import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mappedRoles, samlSettings, type SamlSettings } from '../saml.config.ts';
import { SamlRefusal } from '../saml-refusal.ts';
import { defaultAttributeNames } from '../sign-in/attribute-names.ts';
import { IdentityProviderEntity } from './identity-provider.entity.ts';
import { metadataFile } from './metadata-file.ts';
import { MetadataFault } from './metadata-fault.ts';
import { readIdpMetadata } from './metadata.ts';
import { MetadataSource } from './metadata-source.ts';
import type { Provider, Providers } from './provider.ts';

/** A provider with what people choose it by. */
export interface ConnectedProvider extends Provider {
  /** Named by the environment: the pages show it and cannot change it. */
  isOfEnvironment: boolean;
  /** Null until the metadata of one that the environment names was read. */
  entityId: string | null;
  /** Null: pasted, or a file. */
  metadataUrl: string | null;
  mailDomains: readonly string[];
}

/**
 * The identity providers of the company: those that the environment names, then those of the pages. The latter are read for each sign-in, of
 * which there are few: a change holds in every process from the next one on.
 */
@Injectable()
export class IdentityProviders implements Providers {
  private readonly logger = new Logger('Saml');
  private readonly ofEnvironment: ConnectedProvider[];
  private readonly sources = new Map<string, { source: Provider['source']; key: string }>();

  constructor(
    @Inject(samlSettings) settings: SamlSettings,
    private readonly dataSource: DataSource,
  ) {
    this.ofEnvironment = settings.idpMetadata.map((source, index) => this.named(source, settings.idpNames[index] ?? '', settings));
  }

  /** All of them, also those by which nobody may sign in yet. */
  async all(): Promise<ConnectedProvider[]> {
    const rows = await this.dataSource.manager.find(IdentityProviderEntity, { order: { name: 'ASC', id: 'ASC' } });
    return [...this.ofEnvironment, ...rows.map((row) => this.connected(row))];
  }

  async byIssuer(entityId: string): Promise<Provider | null> {
    const row = await this.dataSource.manager.findOneBy(IdentityProviderEntity, { entityId });
    if (row) return this.connected(row);
    let unreachable: unknown = null;
    for (const provider of this.ofEnvironment) {
      try {
        if ((await provider.source.provider()).entityId === entityId) return provider;
      } catch (error) {
        unreachable ??= error;
      }
    }
    if (unreachable) throw unreachable;
    return null;
  }

  private named(source: string, name: string, settings: SamlSettings): ConnectedProvider {
    const metadata = this.refusing(new MetadataSource({ source, copy: metadataFile(settings.folder, source), now: () => new Date(), warn: (message) => this.logger.warn(message) }));
    const isAddress = /^https?:/i.test(source) && URL.canParse(source);
    let entityId: string | null = null;
    return {
      id: createHash('sha256').update(source).digest('hex').slice(0, 12),
      name: name || (isAddress ? new URL(source).hostname : basename(source)),
      isEnabled: true,
      isOfEnvironment: true,
      mailDomains: [],
      metadataUrl: isAddress ? source : null,
      settings,
      source: {
        provider: async () => {
          const provider = await metadata.provider();
          entityId = provider.entityId;
          return provider;
        },
        lookAgain: () => metadata.lookAgain(),
      },
      get entityId() {
        return entityId;
      },
    };
  }

  private connected(row: IdentityProviderEntity): ConnectedProvider {
    const { id, name, entityId, metadataUrl, isEnabled, mailDomains, acceptsUnsolicited, sharesIdentifiers, admittedGroups } = row;
    return {
      id,
      name,
      entityId,
      isEnabled,
      metadataUrl,
      mailDomains,
      isOfEnvironment: false,
      settings: {
        clockToleranceMs: row.clockToleranceSeconds * 1000,
        attributes: { ...defaultAttributeNames, ...row.attributes },
        roleGroups: Object.fromEntries(mappedRoles.map((role) => [role, row.roleGroups[role] ?? []])) as SamlSettings['roleGroups'],
        admittedGroups,
        acceptsUnsolicited,
        sharesIdentifiers,
      },
      source: this.sourceOf(row),
    };
  }

  /** One source for each address or paste, so that its hourly refresh is one. */
  private sourceOf({ id, entityId, metadataUrl, metadata }: IdentityProviderEntity): Provider['source'] {
    const key = `${entityId} ${metadataUrl ?? metadata}`;
    const known = this.sources.get(id);
    if (known?.key === key) return known.source;
    const source = metadataUrl === null ? pasted(metadata, entityId) : this.refusing(this.atAddress(id, entityId, metadataUrl));
    this.sources.set(id, { source, key });
    return source;
  }

  private atAddress(id: string, entityId: string, source: string): MetadataSource {
    const rows = this.dataSource.getRepository(IdentityProviderEntity);
    const copy = {
      read: async () => (await rows.findOneBy({ id }))?.metadata ?? null,
      write: async (metadata: string) => void (await rows.update({ id, metadataUrl: source }, { metadata, metadataReadAt: new Date() })),
    };
    return new MetadataSource({ source, copy, entityId, now: () => new Date(), warn: (message) => this.logger.warn(message) });
  }

  private refusing(source: MetadataSource): Provider['source'] {
    return {
      provider: () =>
        source.provider().catch((error: Error) => {
          throw Object.assign(new SamlRefusal('unreachable', error.message), { cause: error });
        }),
      lookAgain: () => source.lookAgain(),
    };
  }
}

function pasted(metadata: string, entityId: string): Provider['source'] {
  return {
    provider: async () => {
      const provider = readIdpMetadata(metadata, entityId);
      if (provider.validUntil && provider.validUntil < new Date()) {
        const why = `the metadata of ${entityId} was valid until ${provider.validUntil.toISOString()}`;
        throw Object.assign(new SamlRefusal('unreachable', why), { cause: new MetadataFault('outdated', why) });
      }
      return provider;
    },
    lookAgain: async () => null,
  };
}
