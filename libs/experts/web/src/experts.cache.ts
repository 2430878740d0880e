import { type CacheRules, forgetField, useSession } from '@parvis/platform/web';
import type { UpdateResolver } from '@urql/exchange-graphcache';

/** What shows that somebody knows depends on where one is a member. */
const forgetProposals: UpdateResolver = (_result, _args, cache) => forgetField(cache, 'Query', 'experts');

/** Whoever answers is asked no more, and an answer ends what becomes of the question. */
const forgetRequests: UpdateResolver = (_result, { input }, cache) => {
  forgetField(cache, 'Query', 'expertRequests');
  const { subject } = (input ?? {}) as { subject?: { id: string } };
  for (const field of ['expertRequest', 'expertRouting']) if (subject) cache.invalidate({ __typename: 'Post', id: subject.id }, field);
};

/** What is taken over stands under what one may be asked about. */
const forgetAskMeAbout: UpdateResolver = (_result, _args, cache) => {
  cache.invalidate({ __typename: 'Person', id: useSession().person.value.id }, 'askMeAbout');
  forgetField(cache, 'Query', 'profileNextSteps');
  forgetField(cache, 'Query', 'experts');
};

export const expertsCache: CacheRules = {
  // A proposal is an answer to a question: the same person has other evidence for another one.
  embedded: ['ExpertProposal', 'ExpertSkill', 'ExpertEvidence', 'ExpertFormula', 'ExpertWeight', 'ExpertExamplePerson', 'ExpertExampleEvidence', 'ExpertPreferences', 'ExpertTopic', 'ExpertRouting', 'HandoverConnection', 'HandoverEdge', 'ExpertSpread', 'ExpertSpreadFigures'],
  connections: { Query: ['expertHandovers'] },
  mutations: {
    joinCommunity: forgetProposals,
    leaveCommunity: forgetProposals,
    createCommunity: forgetProposals,
    // Whoever wants to be asked nothing is asked no more what waited for them.
    changeExpertPreferences: (_result, _args, cache) => ['expertPreferences', 'expertRequests'].forEach((field) => forgetField(cache, 'Query', field)),
    takeOverTopic: forgetAskMeAbout,
    giveTopicBack: (result, args, cache, info) => {
      forgetAskMeAbout(result, args, cache, info);
      // Null: the topic is out of sight by now, and goes from the page.
      if (!result['giveTopicBack']) forgetField(cache, 'Query', 'expertHandovers');
    },
    addComment: forgetRequests,
    declineExpertRequest: (_result, { id }, cache) => {
      forgetField(cache, 'Query', 'expertRequests');
      cache.invalidate({ __typename: 'ExpertRequest', id: String(id) });
    },
  },
};
