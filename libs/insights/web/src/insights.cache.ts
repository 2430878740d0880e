import type { CacheRules } from '@parvis/platform/web';

export const insightsCache: CacheRules = {
  embedded: ['CommunityCrossing', 'AnimatorView', 'AttentionPosts', 'CommunityWeek', 'CommunityHour', 'CommunityHelper', 'SubCommunitySuggestion'],
};
