import type { Domain } from '@parvis/platform/server';
import { CommunitiesModule } from './communities.module.ts';
import { CommunityEntity } from './community/community.entity.ts';
import { JoinRequestEntity } from './membership/join-request.entity.ts';
import { MembershipEntity } from './membership/membership.entity.ts';
import { Communities1764000002000 } from './migrations/1764000002000-communities.migration.ts';

export const communitiesDomain: Domain = {
  name: 'communities',
  module: CommunitiesModule,
  entities: [CommunityEntity, MembershipEntity, JoinRequestEntity],
  migrations: [Communities1764000002000],
};
