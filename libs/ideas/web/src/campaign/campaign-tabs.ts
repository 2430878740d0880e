import type { CampaignHeadFragment } from './CampaignHead.generated.ts';

/** What a campaign shows beside its ideas: a route of ideas.routes.ts each, in this order. */
export interface CampaignTab {
  /** Of the route. */
  name: string;
  /** Key of its words. */
  label: string;
  /** Left out: always. */
  isShown?: (campaign: CampaignHeadFragment) => boolean;
}

export const campaignTabs: readonly CampaignTab[] = [
  { name: 'campaign', label: 'ideas.tabs.ideas' },
  { name: 'campaign-vote', label: 'ideas.tabs.vote', isShown: ({ stage, phases, viewerCommands }) => (stage === 'DRAFT' ? viewerCommands.includes('PREPARE') : phases.some(({ kind }) => kind === 'VOTE')) },
  { name: 'campaign-results', label: 'ideas.tabs.results', isShown: ({ stage, phases }) => phases.some(({ kind, opensAt }) => kind === 'VOTE' && new Date(opensAt) <= new Date()) && stage !== 'DRAFT' },
  { name: 'campaign-jury', label: 'ideas.tabs.jury', isShown: ({ phases }) => phases.some(({ kind }) => kind === 'JURY') },
  { name: 'campaign-answers', label: 'ideas.tabs.answers', isShown: ({ viewerCommands }) => viewerCommands.includes('ANSWER') },
  { name: 'campaign-board', label: 'ideas.tabs.board', isShown: ({ stage }) => stage !== 'DRAFT' && stage !== 'ANNOUNCED' },
  { name: 'campaign-figures', label: 'ideas.tabs.figures', isShown: ({ stage }) => stage !== 'DRAFT' && stage !== 'ANNOUNCED' },
  { name: 'campaign-about', label: 'ideas.tabs.about' },
];
