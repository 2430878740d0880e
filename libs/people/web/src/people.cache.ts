import { type CacheRules, forgetField } from '@parvis/platform/web';

// Whose posts the home feed shows depends on who is followed; the feed's own rules forget it.
export const peopleCache: CacheRules = {
  embedded: ['Department', 'PersonConnection', 'PersonEdge'],
  connections: { Query: ['people'] },
  mutations: {
    // Skills and languages are searched by.
    updateProfile: (_result, _args, cache) => forgetField(cache, 'Query', 'people'),
  },
};
