import { IdentityProviderResolver } from './administration/identity-provider.resolver.ts';
import { IdentityProviderService } from './administration/identity-provider.service.ts';
import { SigningKeyResolver } from './administration/signing-key.resolver.ts';
import { SigningKeyService } from './administration/signing-key.service.ts';
import { SamlMessageEntity } from './exchange/saml-message.entity.ts';
import { PostgresExchangeStore } from './exchange/postgres-exchange-store.ts';
import { SamlRequestEntity } from './exchange/saml-request.entity.ts';
import { Saml1764000001000 } from './migrations/1764000001000-saml.migration.ts';
import { Refusals } from './refusals.ts';
import { SamlExchanges } from './saml-exchanges.ts';
import { CertificateWatch } from './certificate-watch.ts';
import { samlSettingsProvider } from './saml.config.ts';
import { IdentityProviderEntity } from './identity-provider/identity-provider.entity.ts';
import { IdentityProviders } from './identity-provider/identity-providers.ts';
import { IdentityProviders1764183000000 } from './migrations/1764183000000-identity-providers.migration.ts';
import { SignInHealth } from './sign-in-health.ts';
import { NameQualifiers1764190000000 } from './migrations/1764190000000-name-qualifiers.migration.ts';
import { SamlTrialEntity } from './trial/saml-trial.entity.ts';
import { SamlTrials } from './trial/saml-trials.ts';
import { SamlLogoutController } from './saml-logout.controller.ts';
import { SamlController } from './saml.controller.ts';

export { parseSamlSettings } from './saml.config.ts';

export const samlEntities = [SamlRequestEntity, SamlMessageEntity, IdentityProviderEntity, SamlTrialEntity];
export const samlMigrations = [Saml1764000001000, IdentityProviders1764183000000, NameQualifiers1764190000000];
export const samlControllers = [SamlController, SamlLogoutController];
export const samlProviders = [samlSettingsProvider, PostgresExchangeStore, IdentityProviders, SamlExchanges, SamlTrials, Refusals, IdentityProviderService, IdentityProviderResolver, SigningKeyService, SigningKeyResolver, CertificateWatch, SignInHealth];
