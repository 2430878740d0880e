import { type CacheRules, forgetField } from '@parvis/platform/web';

export const provisioningCache: CacheRules = {
  embedded: ['Provisioning', 'CreatedScimToken', 'SignInCommunity'],
  mutations: {
    createScimToken: (_result, _args, cache) => forgetField(cache, 'Query', 'provisioning'),
    decideMatch: (_result, _args, cache) => forgetField(cache, 'Query', 'provisioning'),
  },
};
