import { type CacheRules, forgetField } from '@parvis/platform/web';
import type { Cache } from '@urql/exchange-graphcache';

import { forgetIdeas } from './ideas.cache.ts';

type OfCampaign = { campaign: { id: string } | null } | null;

/** After an answer: the idea leaves one list of its campaign for another. */
const forgetIdeasOf = (name: string) => (result: Record<string, unknown>, _args: unknown, cache: Cache) => forgetIdeas(cache, (result[name] as OfCampaign)?.campaign);

/** After a command that answers with a project: its idea may have come to another column of the board. */
const forgetIdeasOfProject = (name: string) => (result: Record<string, unknown>, _args: unknown, cache: Cache) => forgetIdeas(cache, (result[name] as { idea: OfCampaign } | null)?.idea?.campaign);

/** What becomes of ideas: answers, projects and figures. */
export const outcomesCache: CacheRules = {
  embedded: ['IdeaAnswer', 'WaitingAnswers', 'OverdueAnswers', 'CampaignFigures', 'CampaignParticipation', 'DepartmentParticipation', 'OtherParticipation', 'ProjectUpdateConnection', 'ProjectUpdateEdge'],
  connections: { Project: ['updates'] },
  mutations: {
    answerIdea: forgetIdeasOf('answerIdea'),
    changeIdeaAnswer: forgetIdeasOf('changeIdeaAnswer'),
    closeCampaign: (_result, _args, cache) => forgetField(cache, 'Query', 'campaigns'),
    beginProject: forgetIdeasOfProject('beginProject'),
    deliverProject: forgetIdeasOfProject('deliverProject'),
    measureProject: forgetIdeasOfProject('measureProject'),
  },
};
