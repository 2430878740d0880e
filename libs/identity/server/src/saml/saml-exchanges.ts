import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '@parvis/platform/server';
import { PostgresExchangeStore } from './exchange/postgres-exchange-store.ts';
import { MetadataSource } from './identity-provider/metadata-source.ts';
import { LogoutExchange } from './logout/logout-exchange.ts';
import { SamlRefusal } from './saml-refusal.ts';
import { parseSamlSettings, type SamlSettings } from './saml.config.ts';
import { keyPairIn } from './service-provider/key-pair.ts';
import { serviceProviderMetadata } from './service-provider/metadata.ts';
import { serviceProviderAt } from './service-provider/service-provider.ts';
import { isLoopback } from './sign-in/browser-cookies.ts';
import { SignInExchange, type ExchangeParts } from './sign-in/sign-in-exchange.ts';

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

export interface Exchanges {
  signIn: SignInExchange;
  logout: LogoutExchange;
  /** Our metadata, as XML. */
  metadata: string;
}

/** Puts the exchanges together out of our keys, the identity provider's metadata and the database. */
@Injectable()
export class SamlExchanges implements OnApplicationBootstrap {
  private readonly logger = new Logger('Saml');
  private readonly source: MetadataSource;
  private made: Promise<Exchanges> | null = null;

  constructor(
    @Inject(samlSettings) private readonly settings: SamlSettings,
    private readonly store: PostgresExchangeStore,
    private readonly config: Config,
  ) {
    const [source = ''] = settings.idpMetadata;
    this.source = new MetadataSource({ source, cacheFolder: settings.folder, now: () => new Date(), warn: (message) => this.logger.warn(message) });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.production) return;
    // A folder that cannot be written is to be told at start, not to the first person in the morning. Elsewhere keys wait until needed:
    // making them would cost every test a good part of a second.
    await this.ready();
    if (Object.values(this.settings.roleGroups).every((groups) => groups.length === 0)) {
      this.logger.warn('No SAML_ROLE_… is set: everybody who signs in is an employee and nothing more.');
    }
    if (!this.config.secure && !isLoopback(new URL(this.settings.publicUrl).hostname)) {
      this.logger.warn('PARVIS_URL does not start with https://: Chromium keeps the cookie that sign-in needs for two minutes only, and anybody on the way can read it.');
    }
  }

  async ready(): Promise<Exchanges> {
    this.made ??= this.make().catch((error: unknown) => {
      this.made = null;
      throw error;
    });
    return this.made;
  }

  private async make(): Promise<Exchanges> {
    const { publicUrl, entityId, folder } = this.settings;
    const keys = await keyPairIn(join(folder, 'service-provider.pem'), { commonName: new URL(publicUrl).hostname });
    const us = serviceProviderAt(publicUrl, entityId, keys);
    const parts: ExchangeParts = { us, source: this.refusingSource(), store: this.store, settings: this.settings, now: () => new Date() };
    return { signIn: new SignInExchange(parts), logout: new LogoutExchange(parts), metadata: serviceProviderMetadata(us) };
  }

  private refusingSource(): ExchangeParts['source'] {
    return {
      provider: () =>
        this.source.provider().catch((error: Error) => {
          throw new SamlRefusal('unreachable', error.message);
        }),
      lookAgain: () => this.source.lookAgain(),
    };
  }
}
