import type { CacheRules } from '@parvis/platform/web';

export const feedCache: CacheRules = {
  embedded: ['PostConnection', 'PostEdge'],
  connections: {
    Query: ['homeFeed', 'leadershipFeed', 'tagFeed'],
    Community: ['posts'],
    Person: ['posts'],
  },
};
