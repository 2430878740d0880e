import { type CacheRules, forgetField } from '@parvis/platform/web';
import type { UpdateResolver } from '@urql/exchange-graphcache';

/** What shows that somebody knows depends on where one is a member. */
const forgetProposals: UpdateResolver = (_result, _args, cache) => forgetField(cache, 'Query', 'experts');

export const expertsCache: CacheRules = {
  // A proposal is an answer to a question: the same person has other evidence for another one.
  embedded: ['ExpertProposal', 'ExpertSkill', 'ExpertEvidence', 'ExpertFormula', 'ExpertWeight', 'ExpertExamplePerson', 'ExpertExampleEvidence', 'ExpertPreferences', 'ExpertTopic', 'ExpertSpread', 'ExpertSpreadFigures'],
  mutations: { joinCommunity: forgetProposals, leaveCommunity: forgetProposals, createCommunity: forgetProposals, changeExpertPreferences: (_result, _args, cache) => forgetField(cache, 'Query', 'expertPreferences') },
};
