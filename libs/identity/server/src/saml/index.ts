import { SamlMessageEntity } from './exchange/saml-message.entity.ts';
import { PostgresExchangeStore } from './exchange/postgres-exchange-store.ts';
import { SamlRequestEntity } from './exchange/saml-request.entity.ts';
import { Saml1764000001000 } from './migrations/1764000001000-saml.migration.ts';
import { Refusals } from './refusals.ts';
import { SamlExchanges, samlSettingsProvider } from './saml-exchanges.ts';
import { SamlLogoutController } from './saml-logout.controller.ts';
import { SamlController } from './saml.controller.ts';

export { parseSamlSettings } from './saml.config.ts';

export const samlEntities = [SamlRequestEntity, SamlMessageEntity];
export const samlMigrations = [Saml1764000001000];
export const samlControllers = [SamlController, SamlLogoutController];
export const samlProviders = [samlSettingsProvider, PostgresExchangeStore, SamlExchanges, Refusals];
