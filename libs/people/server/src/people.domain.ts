import type { Domain } from '@parvis/platform/server';
import { FollowEntity } from './follow/follow.entity.ts';
import { People1764000003000 } from './migrations/1764000003000-people.migration.ts';
import { PeopleModule } from './people.module.ts';
import { ProfileEntity } from './profile/profile.entity.ts';

export const peopleDomain: Domain = {
  name: 'people',
  module: PeopleModule,
  entities: [ProfileEntity, FollowEntity],
  migrations: [People1764000003000],
};
