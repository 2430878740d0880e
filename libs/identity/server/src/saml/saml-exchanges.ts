import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, publicUrlOf } from '@parvis/platform/server';
import type { Request } from 'express';
import { PostgresExchangeStore } from './exchange/postgres-exchange-store.ts';
import { IdentityProviders } from './identity-provider/identity-providers.ts';
import { LogoutExchange } from './logout/logout-exchange.ts';
import { samlSettings, type SamlSettings } from './saml.config.ts';
import { KeyFolder } from './service-provider/key-ring.ts';
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

/** As our keys stand: the exchanges of each name of Parvis. */
interface Made {
  stamp: string;
  byUrl: ReadonlyMap<string, Exchanges>;
}

/** Puts the exchanges together out of our keys, the identity providers and the database. */
@Injectable()
export class SamlExchanges implements OnApplicationBootstrap {
  private readonly logger = new Logger('Saml');
  private made: Made | null = null;
  private making: Promise<Made> | null = null;
  private lastFault = '';
  readonly keys: KeyFolder;

  constructor(
    @Inject(samlSettings) private readonly settings: SamlSettings,
    private readonly providers: IdentityProviders,
    private readonly store: PostgresExchangeStore,
    private readonly config: Config,
  ) {
    this.keys = new KeyFolder(settings.folder, { commonName: new URL(settings.publicUrl).hostname });
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

  /** As our keys stand now: whichever process changes them, the next message is by them. `publicUrl`: the name by which somebody came; else the first. */
  async ready(publicUrl = this.settings.publicUrl): Promise<Exchanges> {
    const exchanges = (await this.known()).byUrl.get(publicUrl);
    if (!exchanges) throw new Error(`${publicUrl} is no address of Parvis.`);
    return exchanges;
  }

  /** Those of the name by which a request came. */
  at(request: Request): Promise<Exchanges> {
    return this.ready(publicUrlOf(this.config, request));
  }

  private async known(): Promise<Made> {
    try {
      if (this.made && (await this.keys.stamp()) === this.made.stamp) return this.made;
      this.making ??= this.make().finally(() => {
        this.making = null;
      });
      return await this.making;
    } catch (error) {
      // A folder that is away for a moment, or a file that was damaged, does not keep people out.
      if (!this.made) throw error;
      const fault = error instanceof Error ? error.message : String(error);
      if (fault !== this.lastFault) this.logger.error(`Our keys cannot be read: ${fault} Those of before serve meanwhile.`);
      this.lastFault = fault;
      return this.made;
    }
  }

  private async make(): Promise<Made> {
    const { publicUrl, otherUrls, entityId, encryption } = this.settings;
    // Before they are read: what changes meanwhile is read the next time.
    const stamp = await this.keys.stamp();
    const { used, next, former } = await this.keys.read();
    const keys = [used, ...[next, former].filter((kept) => kept !== null)] as const;
    const metadata = serviceProviderMetadata(serviceProviderAt(publicUrl, entityId, keys, otherUrls), { encryption });
    const exchangesAt = (url: string): Exchanges => {
      const us = serviceProviderAt(url, entityId, keys, [publicUrl, ...otherUrls].filter((other) => other !== url));
      const parts: ExchangeParts = { us, providers: this.providers, store: this.store, settings: { publicUrl: url }, now: () => new Date() };
      return { signIn: new SignInExchange(parts), logout: new LogoutExchange(parts), us, metadata };
    };
    this.made = { stamp, byUrl: new Map([publicUrl, ...otherUrls].map((url) => [url, exchangesAt(url)])) };
    this.lastFault = '';
    return this.made;
  }
}
