import { type CacheRules, forgetField } from '@parvis/platform/web';
import type { UpdateResolver } from '@urql/exchange-graphcache';

/** What may be found depends on where one is a member. */
const forgetHits: UpdateResolver = (_result, _args, cache) => {
  forgetField(cache, 'Query', 'search');
  forgetField(cache, 'Query', 'searchHits');
};

export const searchCache: CacheRules = {
  // A hit is an answer to some words, not a thing: the same id has other extracts for other words.
  embedded: ['SearchAnswer', 'SearchGroup', 'SearchHit', 'TextPiece', 'CommunityFileConnection', 'CommunityFileEdge'],
  connections: { Query: ['searchHits'], Community: ['files'] },
  mutations: { joinCommunity: forgetHits, leaveCommunity: forgetHits, createCommunity: forgetHits },
};
