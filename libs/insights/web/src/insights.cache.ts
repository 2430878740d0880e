import { type CacheRules, forgetField } from '@parvis/platform/web';

export const insightsCache: CacheRules = {
  embedded: [
    ...['CommunityCrossing', 'AnimatorView', 'WaitingPosts', 'CommunityWeek', 'CommunityHour', 'CommunityHelper', 'SubCommunitySuggestion'],
    ...['OwnFigures', 'OwnExchanges', 'OwnExchangeDepartment', 'OwnExchangePerson', 'HelpfulPost', 'AnsweringColleague', 'ReaderHour', 'WordUse'],
    ...['WeekPlaces', 'ContributionWeek', 'WeekSubject', 'WeekContribution'],
  ],
  mutations: {
    setOwnFigures: (_result, _args, cache) => forgetField(cache, 'Query', 'ownFigures'),
  },
};
