import { X509Certificate } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { SignedIn } from '@parvis/platform/server';
import { Administration } from '../../administration/administration.ts';
import { identityErrors } from '../../identity.errors.ts';
import { CurrentViewer, type Viewer } from '../../viewer/viewer.ts';
import { IdentityProviders, type ConnectedProvider } from '../identity-provider/identity-providers.ts';
import { MetadataFault } from '../identity-provider/metadata-fault.ts';
import type { IdentityProvider } from '../identity-provider/identity-provider.ts';
import { SamlExchanges } from '../saml-exchanges.ts';
import { mappedRoles, samlSettings, type SamlSettings } from '../saml.config.ts';
import { SamlRefusal } from '../saml-refusal.ts';
import { defaultAttributeNames, personFields } from '../sign-in/attribute-names.ts';
import { SamlTrials } from '../trial/saml-trials.ts';
import { IdentityProviderService } from './identity-provider.service.ts';
import { ChangeIdentityProviderInput, ConnectIdentityProviderInput, IdentityProviderStateType, IdentityProviderType, ServiceProviderType } from './identity-provider.type.ts';
import { SignInTrialType } from './sign-in-trial.type.ts';

/** What the metadata says, or why it cannot be used. */
type Look = { known: IdentityProvider } | { fault: string };

interface ShownProvider extends IdentityProviderType {
  look: () => Promise<Look>;
}

/** The pages of administration that are about signing in. */
@SignedIn()
@Resolver(() => IdentityProviderType)
export class IdentityProviderResolver {
  constructor(
    private readonly administration: Administration,
    private readonly providers: IdentityProviders,
    private readonly service: IdentityProviderService,
    private readonly exchanges: SamlExchanges,
    private readonly trials: SamlTrials,
    @Inject(samlSettings) private readonly settings: SamlSettings,
  ) {}

  @Query(() => [IdentityProviderType], { description: 'By which people sign in: those that the environment names, then the others by name; for IT alone. Errors: FORBIDDEN, CONFIRMATION_NEEDED.' })
  async identityProviders(@CurrentViewer() viewer: Viewer): Promise<ShownProvider[]> {
    this.administration.require(viewer);
    return (await this.providers.all()).map(shown);
  }

  @Query(() => IdentityProviderType, { nullable: true, description: 'One of them; null when there is none. Errors: FORBIDDEN, CONFIRMATION_NEEDED.' })
  async identityProvider(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'That of the identity provider.' }) id: string): Promise<ShownProvider | null> {
    this.administration.require(viewer);
    return this.byId(id);
  }

  @Query(() => ServiceProviderType, { description: 'What identity providers must know of this Parvis. Errors: FORBIDDEN, CONFIRMATION_NEEDED.' })
  async serviceProvider(@CurrentViewer() viewer: Viewer): Promise<ServiceProviderType> {
    this.administration.require(viewer);
    const { us } = await this.exchanges.ready();
    return { entityId: us.entityId, metadataUrl: `${this.settings.publicUrl}/saml/metadata`, assertionConsumerUrl: us.assertionConsumer, otherAssertionConsumerUrls: [...us.otherConsumers], singleLogoutUrl: us.singleLogout };
  }

  @Query(() => SignInTrialType, { nullable: true, description: 'What came of trying a connection (`/saml/trial?provider=`), for whoever tried, for an hour; null when there is none. Errors: FORBIDDEN, CONFIRMATION_NEEDED.' })
  async signInTrial(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'As `/saml/acs` gave it back, in `trial`.' }) id: string): Promise<SignInTrialType | null> {
    this.administration.require(viewer);
    const trial = await this.trials.ofSession(viewer, id);
    if (!trial) return null;
    const { refusal, nameId, attributes, person } = trial.result;
    return {
      id,
      refusal: refusal?.reason ?? null,
      detail: refusal?.detail ?? '',
      nameId: nameId?.value ?? null,
      nameIdFormat: nameId?.format ?? null,
      attributes,
      person,
    };
  }

  @Mutation(() => IdentityProviderType, {
    description:
      'Connects an identity provider, by which nobody signs in until it is enabled. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG, IDENTITY_PROVIDER_METADATA, IDENTITY_PROVIDER_CONNECTED.',
  })
  async connectIdentityProvider(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Which one.' }) { id, name, metadataUrl, metadata }: ConnectIdentityProviderInput): Promise<ShownProvider> {
    await this.service.connect(viewer, { id, name, metadataUrl: metadataUrl ?? null, metadata: metadata ?? null });
    return this.required(id);
  }

  @Mutation(() => IdentityProviderType, {
    description:
      'Changes one of the pages. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, IDENTITY_PROVIDER_NOT_FOUND, IDENTITY_PROVIDER_OF_ENVIRONMENT, TEXT_REQUIRED, TEXT_TOO_LONG, TOO_MANY_ITEMS, MAIL_DOMAIN_INVALID, CLOCK_TOLERANCE_INVALID.',
  })
  async changeIdentityProvider(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What changes.' }) { id, ...change }: ChangeIdentityProviderInput): Promise<ShownProvider> {
    await this.service.change(viewer, id, change);
    return this.required(id);
  }

  @Mutation(() => Boolean, {
    description: 'Removes one of the pages; true. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, IDENTITY_PROVIDER_NOT_FOUND, IDENTITY_PROVIDER_OF_ENVIRONMENT, NAME_TYPED_DIFFERS.',
  })
  async removeIdentityProvider(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'That of the identity provider.' }) id: string,
    @Args('typedName', { description: 'Its name, typed by whoever removes it.' }) typedName: string,
  ): Promise<boolean> {
    await this.service.remove(viewer, id, typedName);
    return true;
  }

  @ResolveField(() => IdentityProviderStateType, { nullable: true, description: 'What its metadata says now; null when it cannot be used (`fault`).' })
  async state(@Parent() provider: ShownProvider): Promise<IdentityProviderStateType | null> {
    const look = await provider.look();
    if (!('known' in look)) return null;
    const { signOn, logout, signingCertificates } = look.known;
    return { signInAddress: signOn.redirect ?? signOn.post ?? '', hasLogout: (logout.redirect ?? logout.post) !== null, certificates: signingCertificates.map(certificate) };
  }

  @ResolveField(() => String, { nullable: true, description: 'Why its metadata cannot be used, in a word: `silent`, `status`, `outdated`, `not-metadata`…; null when it can.' })
  async fault(@Parent() provider: ShownProvider): Promise<string | null> {
    const look = await provider.look();
    return 'fault' in look ? look.fault : null;
  }

  private async byId(id: string): Promise<ShownProvider | null> {
    const found = (await this.providers.all()).find((known) => known.id === id);
    return found ? shown(found) : null;
  }

  private async required(id: string): Promise<ShownProvider> {
    const found = await this.byId(id);
    if (!found) throw identityErrors.identityProviderNotFound();
    return found;
  }
}

function shown(provider: ConnectedProvider): ShownProvider {
  const { id, name, entityId, isOfEnvironment, isEnabled, mailDomains, metadataUrl, settings, source } = provider;
  let looked: Promise<Look> | null = null;
  return {
    id,
    name,
    entityId,
    isOfEnvironment,
    isEnabled,
    metadataUrl,
    mailDomains: [...mailDomains],
    acceptsUnsolicited: settings.acceptsUnsolicited,
    sharesIdentifiers: settings.sharesIdentifiers,
    clockToleranceSeconds: settings.clockToleranceMs / 1000,
    attributes: personFields.map((field) => ({ field, names: settings.attributes[field], areUsual: settings.attributes[field] === defaultAttributeNames[field] })),
    roleGroups: mappedRoles.map((role) => ({ role, groups: settings.roleGroups[role] })),
    admittedGroups: settings.admittedGroups,
    look: () => (looked ??= lookAt(source)),
  };
}

async function lookAt(source: ConnectedProvider['source']): Promise<Look> {
  try {
    return { known: await source.provider() };
  } catch (error) {
    if (!(error instanceof SamlRefusal)) throw error;
    return { fault: faultIn(error) };
  }
}

/** What went wrong first: the source wraps it in what it means. */
function faultIn(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof MetadataFault) return cause.code;
  return 'silent';
}

function certificate(pem: string) {
  const { fingerprint256, validTo } = new X509Certificate(pem);
  return { fingerprint: fingerprint256, validUntil: new Date(validTo) };
}
