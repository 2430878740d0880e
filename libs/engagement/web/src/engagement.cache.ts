import { type CacheRules, forgetField } from '@parvis/platform/web';

export const engagementCache: CacheRules = {
  embedded: ['Engagement', 'EngagementAnnotation', 'Adoption', 'Participation', 'DepartmentCrossing', 'DepartmentMatrix', 'QuestionAnswers', 'ExecutiveExample', 'OwnExample', 'Rhythm', 'ArrivalCohort', 'ArrivalRetention', 'CommunitiesFigures', 'IdeaFigures', 'IdeaDepartment', 'EngagementRules', 'EngagementPulse', 'PulseResult', 'PulseQuestion', 'PulseRules'],
  mutations: { replyToPulse: (_result, _args, cache) => forgetField(cache, 'Query', 'pulseQuestion') },
};
