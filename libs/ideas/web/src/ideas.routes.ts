import type { RouteLocation, RouteRecordRaw } from 'vue-router';

const campaignId = ({ params }: RouteLocation) => ({ campaignId: params['id'] });

export const ideasRoutes: RouteRecordRaw[] = [
  { path: '/campaigns', name: 'campaigns', component: () => import('./pages/CampaignsPage.vue'), props: { period: 'CURRENT' } },
  { path: '/campaigns/past', name: 'past-campaigns', component: () => import('./pages/CampaignsPage.vue'), props: { period: 'PAST' } },
  { path: '/campaigns/drafts', name: 'draft-campaigns', component: () => import('./pages/CampaignsPage.vue'), props: { period: 'DRAFTS' } },
  { path: '/campaigns/new', name: 'new-campaign', component: () => import('./pages/NewCampaignPage.vue') },
  { path: '/campaigns/:id/edit', name: 'edit-campaign', props: true, component: () => import('./pages/EditCampaignPage.vue') },
  { path: '/campaigns/:id/import', name: 'import-ideas', props: true, component: () => import('./exchange/ImportIdeasPage.vue') },
  { path: '/campaigns/:id/ideas/new', name: 'new-campaign-idea', props: campaignId, component: () => import('./pages/NewIdeaPage.vue') },
  { path: '/campaigns/:id/jury/draws/:drawId', name: 'jury-draw', props: true, component: () => import('./jury/JuryDrawPage.vue') },
  {
    path: '/campaigns/:id',
    props: true,
    component: () => import('./pages/CampaignPage.vue'),
    // Each child is a tab of the campaign, listed in campaign-tabs.ts.
    children: [
      { path: '', name: 'campaign', props: campaignId, component: () => import('./campaign/CampaignIdeas.vue') },
      { path: 'jury', name: 'campaign-jury', props: campaignId, component: () => import('./jury/CampaignJury.vue') },
      { path: 'vote', name: 'campaign-vote', props: campaignId, component: () => import('./vote/CampaignVote.vue') },
      { path: 'results', name: 'campaign-results', props: campaignId, component: () => import('./vote/CampaignResults.vue') },
      { path: 'answers', name: 'campaign-answers', props: campaignId, component: () => import('./answer/CampaignAnswers.vue') },
      { path: 'board', name: 'campaign-board', props: campaignId, component: () => import('./project/CampaignBoard.vue') },
      { path: 'figures', name: 'campaign-figures', props: campaignId, component: () => import('./funnel/CampaignFigures.vue') },
      { path: 'about', name: 'campaign-about', props: campaignId, component: () => import('./campaign/CampaignAbout.vue') },
    ],
  },
  { path: '/ideas', name: 'idea-box', component: () => import('./pages/IdeaBoxPage.vue') },
  { path: '/ideas/:id/versions', name: 'idea-versions', props: true, component: () => import('./pages/IdeaVersionsPage.vue') },
  { path: '/ideas/:id/pitch', name: 'idea-pitch', props: true, component: () => import('./pages/PitchPage.vue') },
  { path: '/projects/:id', name: 'project', props: true, component: () => import('./pages/ProjectPage.vue') },
  { path: '/ideas/new', name: 'new-idea', component: () => import('./pages/NewIdeaPage.vue') },
  { path: '/ideas/:id', name: 'idea', props: true, component: () => import('./pages/IdeaPage.vue') },
  { path: '/ideas/:id/edit', name: 'edit-idea', props: true, component: () => import('./pages/EditIdeaPage.vue') },
];
