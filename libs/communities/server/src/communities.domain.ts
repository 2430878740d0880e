import type { Domain } from '@parvis/platform/server';
import { BreakGlassEntity } from './break-glass/break-glass.entity.ts';
import { CommunitiesModule } from './communities.module.ts';
import { CommunityChangeEntity } from './change/community-change.entity.ts';
import { CommunityEntity } from './community/community.entity.ts';
import { InvitationEntity } from './invitation/invitation.entity.ts';
import { CommunityRedirectEntity } from './merge/community-redirect.entity.ts';
import { GivenPlaceEntity } from './membership/given-place.entity.ts';
import { JoinRequestEntity } from './membership/join-request.entity.ts';
import { MembershipEntity } from './membership/membership.entity.ts';
import { Communities1764000002000 } from './migrations/1764000002000-communities.migration.ts';
import { CommunitySettings1764105000000 } from './migrations/1764105000000-community-settings.migration.ts';
import { CommunityInvitations1764105100000 } from './migrations/1764105100000-community-invitations.migration.ts';
import { CommunityMerge1764105200000 } from './migrations/1764105200000-community-merge.migration.ts';
import { GivenPlaces1764191000000 } from './migrations/1764191000000-given-places.migration.ts';
import { BreakGlass1764194000000 } from './migrations/1764194000000-break-glass.migration.ts';

export const communitiesDomain: Domain = {
  name: 'communities',
  module: CommunitiesModule,
  entities: [CommunityEntity, MembershipEntity, JoinRequestEntity, CommunityChangeEntity, InvitationEntity, CommunityRedirectEntity, GivenPlaceEntity, BreakGlassEntity],
  migrations: [Communities1764000002000, CommunitySettings1764105000000, CommunityInvitations1764105100000, CommunityMerge1764105200000, GivenPlaces1764191000000, BreakGlass1764194000000],
};
