import { type CacheRules, forgetField } from '@parvis/platform/web';

const legacyTypes = { COMMUNITY: 'Community', CAMPAIGN: 'Campaign', QUESTION: 'Post' } as const;

export const identityCache: CacheRules = {
  embedded: ['Viewer', 'Administration', 'ServiceProvider', 'IdentityProviderState', 'SigningCertificate', 'SigningKey', 'SignInAttribute', 'RoleGroups', 'SignInTrialAttribute', 'SignInTrialPerson', 'AdministeredDepartment', 'HeldRole', 'LegacyCount', 'PersonAccount', 'PersonAlias', 'AdministeredPersonConnection', 'AdministeredPersonEdge'],
  connections: { Query: ['administeredPeople'] },
  lookups: { administeredPerson: 'AdministeredPerson', identityProvider: 'IdentityProvider' },
  mutations: {
    takeOverLegacy: (_result, { input }, cache) => {
      const { kind, subjectId } = input as { kind: keyof typeof legacyTypes; subjectId: string };
      cache.invalidate({ __typename: legacyTypes[kind], id: subjectId });
      forgetField(cache, 'Query', 'legaciesOfLeavers');
    },
    connectIdentityProvider: (_result, _args, cache) => forgetField(cache, 'Query', 'identityProviders'),
    removeIdentityProvider: (_result, _args, cache) => forgetField(cache, 'Query', 'identityProviders'),
  },
};
