import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '@parvis/platform/server';
import { PostgresExchangeStore } from './exchange/postgres-exchange-store.ts';
import { IdentityProviders } from './identity-provider/identity-providers.ts';
import { LogoutExchange } from './logout/logout-exchange.ts';
import { samlSettings, type SamlSettings } from './saml.config.ts';
import { keyPairIn } from './service-provider/key-pair.ts';
import { serviceProviderMetadata } from './service-provider/metadata.ts';
import { serviceProviderAt, type ServiceProvider } from './service-provider/service-provider.ts';
import { isLoopback } from './sign-in/browser-cookies.ts';
import { SignInExchange, type ExchangeParts } from './sign-in/sign-in-exchange.ts';

export interface Exchanges {
  signIn: SignInExchange;
  logout: LogoutExchange;
  us: ServiceProvider;
  /** Our metadata, as XML. */
  metadata: string;
}

/** Puts the exchanges together out of our keys, the identity providers and the database. */
@Injectable()
export class SamlExchanges implements OnApplicationBootstrap {
  private readonly logger = new Logger('Saml');
  private made: Promise<Exchanges> | null = null;

  constructor(
    @Inject(samlSettings) private readonly settings: SamlSettings,
    private readonly providers: IdentityProviders,
    private readonly store: PostgresExchangeStore,
    private readonly config: Config,
  ) {}

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
    const { publicUrl, entityId, folder, encryption } = this.settings;
    const keys = await keyPairIn(join(folder, 'service-provider.pem'), { commonName: new URL(publicUrl).hostname });
    const us = serviceProviderAt(publicUrl, entityId, [keys]);
    const parts: ExchangeParts = { us, providers: this.providers, store: this.store, settings: this.settings, now: () => new Date() };
    return { signIn: new SignInExchange(parts), logout: new LogoutExchange(parts), us, metadata: serviceProviderMetadata(us, { encryption }) };
  }
}
