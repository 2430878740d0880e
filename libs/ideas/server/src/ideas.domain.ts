import type { Domain } from '@parvis/platform/server';
import { CampaignAudienceEntity } from './campaign/campaign-audience.entity.ts';
import { CampaignRoleEntity } from './campaign/campaign-role.entity.ts';
import { CampaignEntity } from './campaign/campaign.entity.ts';
import { IdeaAuthorEntity } from './idea/idea-author.entity.ts';
import { IdeaVersionEntity } from './idea/idea-version.entity.ts';
import { IdeaEntity } from './idea/idea.entity.ts';
import { IdeasModule } from './ideas.module.ts';
import { Campaign1764147000000 } from './migrations/1764147000000-campaign.migration.ts';
import { CampaignPhaseEntity } from './phase/campaign-phase.entity.ts';
import { PhaseExtensionEntity } from './phase/phase-extension.entity.ts';

export const ideasDomain: Domain = {
  name: 'ideas',
  module: IdeasModule,
  entities: [CampaignEntity, CampaignAudienceEntity, CampaignRoleEntity, CampaignPhaseEntity, PhaseExtensionEntity, IdeaEntity, IdeaAuthorEntity, IdeaVersionEntity],
  migrations: [Campaign1764147000000],
};
