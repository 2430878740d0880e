import type { Domain } from '@parvis/platform/server';
import { ExpertsModule } from './experts.module.ts';
import { TopicTakeoverEntity } from './handover/topic-takeover.entity.ts';
import { ExpertRequests1764140000000 } from './migrations/1764140000000-expert-requests.migration.ts';
import { ExpertPreferences1764141000000 } from './migrations/1764141000000-expert-preferences.migration.ts';
import { ExpertProposals1764141200000 } from './migrations/1764141200000-expert-proposals.migration.ts';
import { TopicHandover1764141300000 } from './migrations/1764141300000-topic-handover.migration.ts';
import { ExpertPreferenceEntity } from './preference/expert-preference.entity.ts';
import { RefusedTopicEntity } from './preference/refused-topic.entity.ts';
import { ExpertRequestEntity } from './request/expert-request.entity.ts';
import { ExpertRoutingEntity } from './request/expert-routing.entity.ts';
import { ExpertProposalCountEntity } from './spread/expert-proposal-count.entity.ts';

export const expertsDomain: Domain = {
  name: 'experts',
  module: ExpertsModule,
  entities: [ExpertPreferenceEntity, RefusedTopicEntity, ExpertRoutingEntity, ExpertRequestEntity, ExpertProposalCountEntity, TopicTakeoverEntity],
  migrations: [ExpertRequests1764140000000, ExpertPreferences1764141000000, ExpertProposals1764141200000, TopicHandover1764141300000],
};
