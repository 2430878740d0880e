import { Module } from '@nestjs/common';
import { IdentityModule } from '@parvis/identity/server';
import { CommunitiesRealtime } from './adapters/communities.realtime.ts';
import { PersonCommunitiesResolver } from './adapters/person-communities.resolver.ts';
import { CommunityLoader } from './community/community.loader.ts';
import { CommunityQuery } from './community/community.query.ts';
import { CommunityResolver } from './community/community.resolver.ts';
import { CommunityService } from './community/community.service.ts';
import { MembershipQuery } from './membership/membership.query.ts';
import { CommunityMembersResolver, JoinRequestResolver, MembershipResolver } from './membership/membership.resolver.ts';
import { MembershipService } from './membership/membership.service.ts';

@Module({
  imports: [IdentityModule],
  providers: [
    CommunityQuery,
    CommunityService,
    CommunityLoader,
    CommunityResolver,
    MembershipQuery,
    MembershipService,
    CommunityMembersResolver,
    MembershipResolver,
    JoinRequestResolver,
    PersonCommunitiesResolver,
    CommunitiesRealtime,
  ],
  exports: [CommunityQuery, CommunityLoader, MembershipQuery],
})
export class CommunitiesModule {}
