import { Injectable, type OnModuleInit } from '@nestjs/common';
import { daysAgo, type HealthFinding, HealthChecks, moment, text, within } from '@parvis/platform/server';
import { DataSource, IsNull, LessThan, Not } from 'typeorm';
import { CertificateWatch } from './certificate-watch.ts';
import { IdentityProviderEntity } from './identity-provider/identity-provider.entity.ts';
import { IdentityProviders } from './identity-provider/identity-providers.ts';

const warnedDays = 30;
/** It is read every hour, as long as anybody signs in or looks. */
const oldDays = 1;
const answerMs = 1_500;

/** Whether people can sign in, and will be able to next month. */
@Injectable()
export class SignInHealth implements OnModuleInit {
  constructor(
    private readonly checks: HealthChecks,
    private readonly certificates: CertificateWatch,
    private readonly providers: IdentityProviders,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.checks.register('sign-in', () => this.look());
  }

  private async look(): Promise<HealthFinding[]> {
    const enabled = (await this.providers.all()).filter(({ isEnabled }) => isEnabled);
    const unusable = (
      await Promise.all(enabled.map(({ name, source }) => within(answerMs, source.provider(), 'Metadata').then(() => [], (): HealthFinding[] => [{ code: 'sign-in.unusable', state: 'fault', facts: { provider: text(name) } }])))
    ).flat();
    // Reading certificates asks for the same metadata, which would be waited for once more.
    const ends = unusable.length > 0 ? [] : await this.certificates.ends(new Date());
    const troubles = [...unusable, ...(await this.old()), ...ends.filter(({ days }) => days <= warnedDays).map(endFinding)];
    return troubles.length > 0 ? troubles : [{ code: 'sign-in.ready', state: 'fine', facts: { providers: text(enabled.map(({ name }) => name).join(', ')) } }];
  }

  private async old(): Promise<HealthFinding[]> {
    const rows = await this.dataSource.manager.find(IdentityProviderEntity, { where: { isEnabled: true, metadataUrl: Not(IsNull()), metadataReadAt: LessThan(daysAgo(oldDays)) }, order: { name: 'ASC' } });
    return rows.map(({ name, metadataReadAt }) => ({ code: 'sign-in.metadata-old', state: 'attention', since: metadataReadAt, facts: { provider: text(name), at: moment(metadataReadAt) } }));
  }
}

function endFinding({ party, name, endsAt, days }: Awaited<ReturnType<CertificateWatch['ends']>>[number]): HealthFinding {
  const whose = party === 'parvis' ? 'own' : 'provider';
  const facts = { provider: text(name), at: moment(endsAt) };
  return days > 0 ? { code: `sign-in.${whose}-certificate-ends`, state: 'attention', facts } : { code: `sign-in.${whose}-certificate-ended`, state: 'fault', since: endsAt, facts };
}
