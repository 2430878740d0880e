import { Module } from '@nestjs/common';
import { CommunitiesModule } from '@parvis/communities/server';
import { IdentityModule } from '@parvis/identity/server';
import { GroupGifts } from './group/group-gifts.ts';
import { GroupResources } from './group/group-resources.ts';
import { ScimGroupQuery } from './group/scim-group.query.ts';
import { GroupMapping, PersonGroupsResolver, ProvisioningGroupsResolver, ScimGroupResolver } from './group/scim-group.resolver.ts';
import { ScimGroups } from './group/scim-groups.ts';
import { ScimController } from './http/scim.controller.ts';
import { ScimGuard } from './http/scim.guard.ts';
import { PersonMatchResolver, ProvisioningMatchesResolver } from './match/doubt.resolver.ts';
import { Doubts } from './match/doubts.ts';
import { communityGroupsProvider } from './sign-in/community-groups.setting.ts';
import { IdentityProviderCommunitiesResolver, SignInCommunityResolver, SignInTrialCommunitiesResolver } from './sign-in/sign-in-communities.resolver.ts';
import { SignInCommunities } from './sign-in/sign-in-communities.ts';
import { ProvisioningResolver, ScimTokenResolver } from './token/scim-token.resolver.ts';
import { scimTokenProvider } from './token/scim-token.setting.ts';
import { ScimTokens } from './token/scim-tokens.ts';
import { ScimUserQuery } from './user/scim-user.query.ts';
import { ScimUsers } from './user/scim-users.ts';
import { UserResources } from './user/user-resources.ts';

const tokens = [scimTokenProvider, ScimTokens, ScimGuard, ProvisioningResolver, ScimTokenResolver];
const users = [ScimUserQuery, ScimUsers, UserResources];
const groups = [GroupGifts, ScimGroupQuery, ScimGroups, GroupResources, GroupMapping, PersonGroupsResolver, ProvisioningGroupsResolver, ScimGroupResolver];
const signIns = [communityGroupsProvider, SignInCommunities, IdentityProviderCommunitiesResolver, SignInCommunityResolver, SignInTrialCommunitiesResolver];
const matches = [Doubts, PersonMatchResolver, ProvisioningMatchesResolver];

@Module({
  imports: [IdentityModule, CommunitiesModule],
  controllers: [ScimController],
  providers: [...tokens, ...users, ...groups, ...signIns, ...matches],
})
export class ProvisioningModule {}
