import type { Domain } from '@parvis/platform/server';
import { AccountEntity } from './account/account.entity.ts';
import { IdentityModule } from './identity.module.ts';
import { Identity1764000000500 } from './migrations/1764000000500-identity.migration.ts';
import { FieldOwners1764130300000 } from './migrations/1764130300000-field-owners.migration.ts';
import { MatchDecisionEntity } from './matching/match-decision.entity.ts';
import { PersonAliasEntity } from './matching/person-alias.entity.ts';
import { DirectoryRoles1764184200000 } from './migrations/1764184200000-directory-roles.migration.ts';
import { RoleGrantEntity } from './grant/role-grant.entity.ts';
import { PeopleAdministration1764193000000 } from './migrations/1764193000000-people-administration.migration.ts';
import { Matching1764184000000 } from './migrations/1764184000000-matching.migration.ts';
import { PersonEntity } from './person/person.entity.ts';
import { WorksCouncil1764170100000 } from './migrations/1764170100000-works-council.migration.ts';
import { Auditor1764183100000 } from './migrations/1764183100000-auditor.migration.ts';
import { samlEntities, samlMigrations } from './saml/index.ts';
import { SessionEntity } from './session/session.entity.ts';

export const identityDomain: Domain = {
  name: 'identity',
  module: IdentityModule,
  entities: [RoleGrantEntity, PersonEntity, AccountEntity, SessionEntity, PersonAliasEntity, MatchDecisionEntity, ...samlEntities],
  migrations: [
    Identity1764000000500, FieldOwners1764130300000, WorksCouncil1764170100000, Auditor1764183100000, Matching1764184000000, DirectoryRoles1764184200000, PeopleAdministration1764193000000,
    ...samlMigrations,
  ],
};
