import { Module } from '@nestjs/common';
import { IdentityModule } from '@parvis/identity/server';
import { ScimController } from './http/scim.controller.ts';
import { ScimGuard } from './http/scim.guard.ts';
import { ProvisioningResolver, ScimTokenResolver } from './token/scim-token.resolver.ts';
import { scimTokenProvider } from './token/scim-token.setting.ts';
import { ScimTokens } from './token/scim-tokens.ts';
import { ScimUserQuery } from './user/scim-user.query.ts';
import { ScimUsers } from './user/scim-users.ts';
import { UserResources } from './user/user-resources.ts';

@Module({
  imports: [IdentityModule],
  controllers: [ScimController],
  providers: [scimTokenProvider, ScimTokens, ScimGuard, ProvisioningResolver, ScimTokenResolver, ScimUserQuery, ScimUsers, UserResources],
})
export class ProvisioningModule {}
