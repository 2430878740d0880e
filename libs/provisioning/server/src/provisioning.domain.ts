import type { Domain } from '@parvis/platform/server';
import { Scim1764184100000 } from './migrations/1764184100000-scim.migration.ts';
import { ProvisioningModule } from './provisioning.module.ts';
import { ScimTokenEntity } from './token/scim-token.entity.ts';
import { ScimUserEntity } from './user/scim-user.entity.ts';

export const provisioningDomain: Domain = { name: 'provisioning', module: ProvisioningModule, entities: [ScimTokenEntity, ScimUserEntity], migrations: [Scim1764184100000] };
