import type { Domain } from '@parvis/platform/server';
import { ExpertsModule } from './experts.module.ts';
import { ExpertPreferences1764141000000 } from './migrations/1764141000000-expert-preferences.migration.ts';
import { ExpertPreferenceEntity } from './preference/expert-preference.entity.ts';
import { RefusedTopicEntity } from './preference/refused-topic.entity.ts';

export const expertsDomain: Domain = {
  name: 'experts',
  module: ExpertsModule,
  entities: [ExpertPreferenceEntity, RefusedTopicEntity],
  migrations: [ExpertPreferences1764141000000],
};
