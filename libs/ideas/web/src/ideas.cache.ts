import { type CacheRules, forgetField } from '@parvis/platform/web';
import type { Cache } from '@urql/exchange-graphcache';

const forgetCampaigns = (_result: unknown, _args: unknown, cache: Cache) => forgetField(cache, 'Query', 'campaigns');

/** Which ideas a campaign or the idea box lists, and how many. */
export function forgetIdeas(cache: Cache, campaign: { id: string } | null | undefined): void {
  const key = campaign && cache.keyOfEntity({ __typename: 'Campaign', id: campaign.id });
  if (!key) return forgetField(cache, 'Query', 'ideaBox');
  forgetField(cache, key, 'ideas');
  forgetField(cache, key, 'ideaCount');
}

/** After a command that answers with an idea and its campaign. */
const forgetIdeasOf = (name: string) => (result: Record<string, unknown>, _args: unknown, cache: Cache) => forgetIdeas(cache, (result[name] as { campaign: { id: string } | null } | null)?.campaign);

/** The news of the campaign that is open, told by its variables or its answer. */
function forgetNews(result: Record<string, unknown>, args: Record<string, unknown>, cache: Cache): void {
  const id = (args['input'] as { campaignId?: string } | undefined)?.campaignId ?? (result['removeCampaignUpdate'] as { id: string } | null)?.id;
  const key = id && cache.keyOfEntity({ __typename: 'Campaign', id });
  if (key) forgetField(cache, key, 'updates');
}

/** The viewer does not see it any more as they did, or not at all. */
function forgetIdea(_result: unknown, { id }: Record<string, unknown>, cache: Cache): void {
  cache.invalidate({ __typename: 'Idea', id: String(id) });
  forgetField(cache, 'Query', 'ideaInvitations');
}

/** Which ideas stand in the lists: of two that became one, the one that lives on. */
const forgetMerged = (name: string) => (result: Record<string, unknown>, _args: unknown, cache: Cache) =>
  forgetIdeas(cache, (result[name] as { target: { campaign: { id: string } | null } | null } | null)?.target?.campaign);

export const ideasCache: CacheRules = {
  embedded: [
    'CampaignConnection',
    'CampaignEdge',
    'IdeaConnection',
    'IdeaEdge',
    'CampaignAudience',
    'CampaignPhase',
    'CampaignUpdateConnection',
    'CampaignUpdateEdge',
    'IdeaAuthor',
    'JuryProgress',
    'JuryConflict',
    'JuryScore',
    'JurorScores',
    'JurySheetConnection',
    'JurySheetEdge',
    'JuryRankConnection',
    'JuryRankEdge',
    'SimilarIdea',
    'IdeaVersion',
    'IdeaVersionConnection',
    'IdeaVersionEdge',
    'ComparedIdeaPart',
    'BallotEnvelope',
    'BallotVote',
    'BallotStanding',
    'BallotStandingConnection',
    'BallotStandingEdge',
    'OpenVote',
    'OpenVoteConnection',
    'OpenVoteEdge',
  ],
  connections: { Query: ['campaigns', 'ideaBox'], Person: ['ideas'], Campaign: ['ideas', 'updates'], Idea: ['versions'], Jury: ['sheets', 'ranking'], Ballot: ['results', 'openVotes'] },
  mutations: {
    draftCampaign: forgetCampaigns,
    changeCampaign: forgetCampaigns,
    publishCampaign: forgetCampaigns,
    cancelCampaign: forgetCampaigns,
    tellCampaignUpdate: forgetNews,
    removeCampaignUpdate: forgetNews,
    leaveIdea: forgetIdea,
    declineIdeaInvitation: forgetIdea,
    acceptIdeaInvitation: (_result, _args, cache) => forgetField(cache, 'Query', 'ideaInvitations'),
    acceptIdeaAdoption: (result, _args, cache) => {
      forgetIdeas(cache, null);
      forgetIdeas(cache, (result['acceptIdeaAdoption'] as { campaign: { id: string } | null } | null)?.campaign);
    },
    proposeIdeaMerge: forgetMerged('proposeIdeaMerge'),
    agreeToIdeaMerge: forgetMerged('agreeToIdeaMerge'),
    undoIdeaMerge: forgetMerged('undoIdeaMerge'),
    declineIdeaMerge: (_result, { id }, cache) => cache.invalidate({ __typename: 'IdeaMerge', id: String(id) }),
    draftIdea: forgetIdeasOf('draftIdea'),
    editIdea: forgetIdeasOf('editIdea'),
    submitIdea: forgetIdeasOf('submitIdea'),
    withdrawIdea: forgetIdeasOf('withdrawIdea'),
    archiveIdea: forgetIdeasOf('archiveIdea'),
  },
};
