export { importCampaigns, importedCampaignId, importedIdeaId, type ImportedCampaign, type ImportedIdea } from './adapters/campaigns.importer.ts';
export { campaignVisibleTo } from './campaign/campaign.access.ts';
export { CampaignEntity } from './campaign/campaign.entity.ts';
export { ideaVisibleTo } from './idea/idea.access.ts';
export { IdeaEntity } from './idea/idea.entity.ts';
export { ideasDomain } from './ideas.domain.ts';
export { IdeasModule } from './ideas.module.ts';
export { recountCampaign, type BallotRecount } from './vote/recount.ts';
