import type { Domain } from '@parvis/platform/server';
import { IdeaAnswerRevisionEntity } from './answer/idea-answer-revision.entity.ts';
import { IdeaAnswerEntity } from './answer/idea-answer.entity.ts';
import { CampaignAudienceEntity } from './campaign/campaign-audience.entity.ts';
import { CampaignRoleEntity } from './campaign/campaign-role.entity.ts';
import { CampaignEntity } from './campaign/campaign.entity.ts';
import { IdeaAuthorEntity } from './idea/idea-author.entity.ts';
import { IdeaVersionEntity } from './idea/idea-version.entity.ts';
import { IdeaEntity } from './idea/idea.entity.ts';
import { IdeasModule } from './ideas.module.ts';
import { CampaignJuryEntity } from './jury/campaign-jury.entity.ts';
import { JuryDrawEntity } from './jury/jury-draw.entity.ts';
import { JuryMemberEntity } from './jury/jury-member.entity.ts';
import { JuryShareEntity } from './jury/jury-share.entity.ts';
import { JurySheetEntity } from './jury/jury-sheet.entity.ts';
import { Campaign1764147000000 } from './migrations/1764147000000-campaign.migration.ts';
import { Ballot1764147100000 } from './migrations/1764147100000-ballot.migration.ts';
import { IdeaTerms1764147400000 } from './migrations/1764147400000-idea-terms.migration.ts';
import { Jury1764147200000 } from './migrations/1764147200000-jury.migration.ts';
import { IdeaDepartment1764147110000 } from './migrations/1764147110000-idea-department.migration.ts';
import { IdeaAdoptionEntity } from './adoption/idea-adoption.entity.ts';
import { IdeaAdoption1764147403000 } from './migrations/1764147403000-idea-adoption.migration.ts';
import { IdeaMergeCarriedEntity } from './merge/idea-merge-carried.entity.ts';
import { IdeaMergeEntity } from './merge/idea-merge.entity.ts';
import { IdeaMerge1764147402000 } from './migrations/1764147402000-idea-merge.migration.ts';
import { IdeaSearch1764147401000 } from './migrations/1764147401000-idea-search.migration.ts';
import { IdeaFiles1764149100000 } from './migrations/1764149100000-idea-files.migration.ts';
import { JuryShare1764150000000 } from './migrations/1764150000000-jury-share.migration.ts';
import { IdeaNewest1764151000000 } from './migrations/1764151000000-idea-newest.migration.ts';
import { CampaignNews1764147500000 } from './migrations/1764147500000-campaign-news.migration.ts';
import { IdeaAdoptionAnswer1764153000000 } from './migrations/1764153000000-idea-adoption-answer.migration.ts';
import { IdeaSubmittedAt1764176100000 } from './migrations/1764176100000-idea-submitted-at.migration.ts';
import { CampaignVersion1764152000000 } from './migrations/1764152000000-campaign-version.migration.ts';
import { IdeaTermWeight1764148000000 } from './migrations/1764148000000-idea-term-weight.migration.ts';
import { CampaignFaqEntity } from './news/campaign-faq.entity.ts';
import { CampaignUpdateEntity } from './news/campaign-update.entity.ts';
import { CampaignPhaseEntity } from './phase/campaign-phase.entity.ts';
import { PhaseExtensionEntity } from './phase/phase-extension.entity.ts';
import { IdeaTermEntity } from './similar/idea-term.entity.ts';
import { IdeaSupportEntity } from './support/idea-support.entity.ts';
import { BallotEnvelopeEntity } from './vote/ballot-envelope.entity.ts';
import { BallotKeyEntity } from './vote/ballot-key.entity.ts';
import { BallotPairEntity } from './vote/ballot-pair.entity.ts';
import { BallotVoteEntity } from './vote/ballot-vote.entity.ts';
import { BallotVoterEntity } from './vote/ballot-voter.entity.ts';
import { BallotEntity } from './vote/ballot.entity.ts';
import { Answer1764147300000 } from './migrations/1764147300000-answer.migration.ts';
import { Project1764147310000 } from './migrations/1764147310000-project.migration.ts';
import { ProjectMilestoneEntity } from './project/project-milestone.entity.ts';
import { ProjectUpdateEntity } from './project/project-update.entity.ts';
import { ProjectEntity } from './project/project.entity.ts';

export const ideasDomain: Domain = {
  name: 'ideas',
  module: IdeasModule,
  entities: [
    IdeaEntity, IdeaAuthorEntity, IdeaVersionEntity, IdeaTermEntity, IdeaMergeEntity, IdeaMergeCarriedEntity, IdeaAdoptionEntity,
    CampaignEntity, CampaignAudienceEntity, CampaignRoleEntity, CampaignPhaseEntity, PhaseExtensionEntity, CampaignUpdateEntity, CampaignFaqEntity,
    CampaignJuryEntity, JuryDrawEntity, JuryMemberEntity, JurySheetEntity, JuryShareEntity,
    IdeaSupportEntity, BallotEntity, BallotEnvelopeEntity, BallotKeyEntity, BallotVoterEntity, BallotVoteEntity, BallotPairEntity,
    IdeaAnswerEntity, IdeaAnswerRevisionEntity, ProjectEntity, ProjectMilestoneEntity, ProjectUpdateEntity,
  ],
  migrations: [
    Campaign1764147000000,
    Ballot1764147100000,
    Jury1764147200000,
    IdeaDepartment1764147110000,
    Answer1764147300000,
    Project1764147310000,
    IdeaTerms1764147400000,
    IdeaSearch1764147401000,
    IdeaMerge1764147402000,
    IdeaAdoption1764147403000,
    CampaignNews1764147500000,
    IdeaTermWeight1764148000000,
    IdeaFiles1764149100000,
    JuryShare1764150000000,
    IdeaNewest1764151000000,
    CampaignVersion1764152000000,
    IdeaAdoptionAnswer1764153000000,
    IdeaSubmittedAt1764176100000,
  ],
};
