import { type CacheRules, forgetField } from '@parvis/platform/web';

// Following changes what the feeds show: the rules of feed forget those, after the same mutations.
export const peopleCache: CacheRules = {
  embedded: ['Department', 'PersonConnection', 'PersonEdge', 'SkillSuggestion'],
  connections: { Query: ['people'] },
  mutations: {
    // Skills and languages are searched by.
    setMySkills: (_result, _args, cache) => forgetField(cache, 'Query', 'people'),
    updateProfile: (_result, _args, cache) => forgetField(cache, 'Query', 'people'),
  },
};
