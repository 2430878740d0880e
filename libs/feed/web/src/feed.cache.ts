import { type CacheRules, forgetField } from '@parvis/platform/web';
import type { UpdateResolver } from '@urql/exchange-graphcache';

/** Which posts come, or may be read at all, depends on whom one follows and where one is a member. */
const forgetFeeds: UpdateResolver = (_result, _args, cache) => {
  for (const feed of ['homeFeed', 'leadershipFeed', 'tagFeed', 'questions']) forgetField(cache, 'Query', feed);
};

export const feedCache: CacheRules = {
  embedded: ['PostConnection', 'PostEdge', 'Question', 'Poll'],
  connections: {
    Query: ['homeFeed', 'leadershipFeed', 'tagFeed', 'questions'],
    Community: ['posts'],
    Person: ['posts'],
  },
  mutations: {
    followPerson: forgetFeeds,
    unfollowPerson: forgetFeeds,
    joinCommunity: forgetFeeds,
    leaveCommunity: forgetFeeds,
    createCommunity: forgetFeeds,
  },
};
