import { X509Certificate } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Config, Jobs, jobType, Metrics } from '@parvis/platform/server';
import { IdentityProviders } from './identity-provider/identity-providers.ts';
import { SamlExchanges } from './saml-exchanges.ts';

export const lookAtCertificates = jobType('identity.look-at-certificates');

const dayMs = 24 * 3600_000;
const warnedDays = 30;

/** When the last of the certificates of a party ends: several overlap while one takes the place of another. */
export interface CertificateEnd {
  party: 'identity-provider' | 'parvis';
  /** What people call the identity provider; ours: « signing ». */
  name: string;
  endsAt: Date;
  /** Negative once it is over. */
  days: number;
}

/** Says in good time that a certificate ends: every night in the log, from 30 days before, and at any time in `/metrics`. */
@Injectable()
export class CertificateWatch implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger('Saml');

  constructor(
    private readonly exchanges: SamlExchanges,
    private readonly providers: IdentityProviders,
    private readonly jobs: Jobs,
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.every(lookAtCertificates, '23 4 * * *', () => this.warn());
    this.metrics.gauge({
      name: 'parvis_saml_certificate_days',
      help: 'Days until the last signing certificate of an enabled identity provider, or our own (party="parvis"), ends; negative once it is over.',
      labelNames: ['party', 'name'],
      read: async () => (await this.ends(new Date())).map(({ party, name, days }) => ({ party, name, value: days })),
    });
  }

  onApplicationBootstrap(): void {
    // Not waited for: an identity provider that does not answer would hold up the start.
    if (this.config.production && this.config.works) void this.warn().catch((error: unknown) => this.logger.warn(`Certificates could not be looked at: ${String(error)}`));
  }

  async warn(now = new Date()): Promise<void> {
    for (const { party, name, endsAt, days } of await this.ends(now)) {
      if (days > warnedDays) continue;
      const whose = party === 'parvis' ? 'Our own signing certificate' : `The last signing certificate of the identity provider ${JSON.stringify(name)}`;
      const then = party === 'parvis' ? 'prepare the next key on the page /administration/sign-in' : 'have it publish the next one, which is taken by itself';
      this.logger.warn(`${whose} ${days > 0 ? `ends in ${Math.ceil(days)} days, ` : 'ended '}on ${endsAt.toISOString().slice(0, 10)}: ${then}.`);
    }
  }

  /** Of those by which people sign in, as far as their metadata can be read, and ours. */
  async ends(now: Date): Promise<CertificateEnd[]> {
    const { us } = await this.exchanges.ready();
    const enabled = (await this.providers.all()).filter(({ isEnabled }) => isEnabled);
    const theirs = await Promise.all(
      enabled.map(async ({ name, source }) => {
        const certificates = await source.provider().then(({ signingCertificates }) => signingCertificates, () => []);
        return endOf('identity-provider', name, certificates, now);
      }),
    );
    return [...theirs, endOf('parvis', 'signing', [us.keys.certificate], now)].filter((end) => end !== null);
  }
}

function endOf(party: CertificateEnd['party'], name: string, certificates: readonly string[], now: Date): CertificateEnd | null {
  if (certificates.length === 0) return null;
  const last = Math.max(...certificates.map((pem) => Date.parse(new X509Certificate(pem).validTo)));
  return { party, name, endsAt: new Date(last), days: Math.round(((last - now.getTime()) / dayMs) * 10) / 10 };
}
