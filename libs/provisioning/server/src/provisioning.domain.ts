import type { Domain } from '@parvis/platform/server';
import { Scim1764184100000 } from './migrations/1764184100000-scim.migration.ts';
import { ScimGroupEntity, ScimGroupMemberEntity } from './group/scim-group.entity.ts';
import { ScimGroups1764184300000 } from './migrations/1764184300000-scim-groups.migration.ts';
import { SignInCommunities1764191000100 } from './migrations/1764191000100-sign-in-communities.migration.ts';
import { ProvisioningModule } from './provisioning.module.ts';
import { SignInGroupEntity } from './sign-in/sign-in-group.entity.ts';
import { ScimTokenEntity } from './token/scim-token.entity.ts';
import { ScimUserEntity } from './user/scim-user.entity.ts';

export const provisioningDomain: Domain = {
  name: 'provisioning',
  module: ProvisioningModule,
  entities: [ScimTokenEntity, ScimUserEntity, ScimGroupEntity, ScimGroupMemberEntity, SignInGroupEntity],
  migrations: [Scim1764184100000, ScimGroups1764184300000, SignInCommunities1764191000100],
};
