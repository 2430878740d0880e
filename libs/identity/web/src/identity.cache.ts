import { type CacheRules, forgetField } from '@parvis/platform/web';

export const identityCache: CacheRules = {
  embedded: ['Viewer', 'Administration', 'ServiceProvider', 'IdentityProviderState', 'SigningCertificate', 'SigningKey', 'SignInAttribute', 'RoleGroups', 'SignInTrialAttribute', 'SignInTrialPerson', 'AdministeredDepartment', 'HeldRole', 'PersonAccount', 'PersonAlias', 'AdministeredPersonConnection', 'AdministeredPersonEdge'],
  connections: { Query: ['administeredPeople'] },
  lookups: { administeredPerson: 'AdministeredPerson', identityProvider: 'IdentityProvider' },
  mutations: {
    connectIdentityProvider: (_result, _args, cache) => forgetField(cache, 'Query', 'identityProviders'),
    removeIdentityProvider: (_result, _args, cache) => forgetField(cache, 'Query', 'identityProviders'),
  },
};
