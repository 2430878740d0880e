import { type CacheRules, forgetField } from '@parvis/platform/web';
import type { Cache } from '@urql/exchange-graphcache';

const forgetSessions = (_result: unknown, _args: unknown, cache: Cache) => forgetField(cache, 'Query', 'amaSessions');

const forgetBriefing = (_result: unknown, _args: unknown, cache: Cache) => forgetField(cache, 'Query', 'executiveBriefing');

/** Which questions a session lists: open ones, or answered ones. */
function forgetQuestions(cache: Cache, session: { id: string } | undefined, answered: boolean): void {
  const key = session && cache.keyOfEntity({ __typename: 'AmaSession', id: session.id });
  if (key) forgetField(cache, key, 'questions', { answered });
}

export const leadershipCache: CacheRules = {
  embedded: ['AmaSessionConnection', 'AmaSessionEdge', 'AmaQuestionConnection', 'AmaQuestionEdge', 'AmaQuestionCounts', 'AmaAnswer', 'ExecutiveBriefing'],
  connections: { Query: ['amaSessions'], AmaSession: ['questions'] },
  mutations: {
    // A reaction, an answer or « not for me » is what makes a thing of the day done.
    setReaction: forgetBriefing,
    addComment: forgetBriefing,
    setBriefingItemAside: forgetBriefing,
    planAmaSession: forgetSessions,
    changeAmaSession: forgetSessions,
    cancelAmaSession: forgetSessions,
    askAmaQuestion: (result, _args, cache) => forgetQuestions(cache, (result['askAmaQuestion'] as { session: { id: string } } | null)?.session, false),
    // It stays where it is being read, with its answer; the list of the answered has one more.
    answerAmaQuestion: (result, _args, cache) => forgetQuestions(cache, (result['answerAmaQuestion'] as { session: { id: string } } | null)?.session, true),
  },
};
