import { type CacheRules, forgetField } from '@parvis/platform/web';

/** Which words mean what shows on profiles too: those come anew when they are opened. */
const forgetSkillWords: NonNullable<CacheRules['mutations']>[string] = (_result, _args, cache) => {
  for (const field of ['freeSkills', 'skillMappings', 'people']) forgetField(cache, 'Query', field);
};

// Following changes what the feeds show: the rules of feed forget those, after the same mutations.
export const peopleCache: CacheRules = {
  embedded: ['Department', 'PersonConnection', 'PersonEdge', 'ProfileProject', 'ProfileCertificate', 'ProfileLink', 'ProfileVisibility', 'Absence', 'Mobility', 'MobilityConnection', 'MobilityEdge', 'OwnedFieldOwner', 'ContributionCount', 'ReportConnection', 'ReportEdge', 'SkillSuggestion', 'FreeSkill', 'FreeSkillConnection', 'FreeSkillEdge', 'SkillMapping', 'SkillMappingConnection', 'SkillMappingEdge'],
  connections: { Query: ['freeSkills', 'skillMappings', 'people'] },
  mutations: {
    ...Object.fromEntries(['mapSkill', 'keepSkill', 'undoSkillMapping'].map((name) => [name, forgetSkillWords])),
    // Skills and languages are searched by.
    setMySkills: (_result, _args, cache) => {
      forgetField(cache, 'Query', 'people');
      forgetField(cache, 'Query', 'profileNextSteps');
    },
    updateProfile: (_result, _args, cache) => {
      forgetField(cache, 'Query', 'people');
      forgetField(cache, 'Query', 'profileNextSteps');
      // They are the same truth.
      forgetField(cache, 'Query', 'notificationSettings');
    },
  },
};
