import type { Domain } from '@parvis/platform/server';
import { CampaignAudienceEntity } from './campaign/campaign-audience.entity.ts';
import { CampaignRoleEntity } from './campaign/campaign-role.entity.ts';
import { CampaignEntity } from './campaign/campaign.entity.ts';
import { IdeaAuthorEntity } from './idea/idea-author.entity.ts';
import { IdeaVersionEntity } from './idea/idea-version.entity.ts';
import { IdeaEntity } from './idea/idea.entity.ts';
import { IdeasModule } from './ideas.module.ts';
import { Campaign1764147000000 } from './migrations/1764147000000-campaign.migration.ts';
import { Ballot1764147100000 } from './migrations/1764147100000-ballot.migration.ts';
import { CampaignPhaseEntity } from './phase/campaign-phase.entity.ts';
import { PhaseExtensionEntity } from './phase/phase-extension.entity.ts';
import { IdeaSupportEntity } from './support/idea-support.entity.ts';
import { BallotEnvelopeEntity } from './vote/ballot-envelope.entity.ts';
import { BallotKeyEntity } from './vote/ballot-key.entity.ts';
import { BallotPairEntity } from './vote/ballot-pair.entity.ts';
import { BallotVoteEntity } from './vote/ballot-vote.entity.ts';
import { BallotVoterEntity } from './vote/ballot-voter.entity.ts';
import { BallotEntity } from './vote/ballot.entity.ts';

export const ideasDomain: Domain = {
  name: 'ideas',
  module: IdeasModule,
  entities: [
    CampaignEntity, CampaignAudienceEntity, CampaignRoleEntity, CampaignPhaseEntity, PhaseExtensionEntity,
    IdeaEntity, IdeaAuthorEntity, IdeaVersionEntity,
    IdeaSupportEntity, BallotEntity, BallotEnvelopeEntity, BallotKeyEntity, BallotVoterEntity, BallotVoteEntity, BallotPairEntity,
  ],
  migrations: [
    Campaign1764147000000,
    Ballot1764147100000,
  ],
};
