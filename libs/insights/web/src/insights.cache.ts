import type { CacheRules } from '@parvis/platform/web';

export const insightsCache: CacheRules = {
  embedded: ['CommunityCrossing', 'AnimatorView', 'WaitingPosts', 'CommunityWeek', 'CommunityHour', 'CommunityHelper', 'SubCommunitySuggestion'],
};
