import { Module, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Config, Realtime, Settings } from '@parvis/platform/server';
import { AdministrationResolver } from './administration/administration.resolver.ts';
import { Administration, administrationConfirmation } from './administration/administration.ts';
import { AdministeredPeopleQuery } from './administered/administered-people.query.ts';
import { AdministeredPeopleResolver } from './administered/administered-people.resolver.ts';
import { AdministeredPeopleService } from './administered/administered-people.service.ts';
import { AdministeredPersonLoader } from './administered/administered-person.loader.ts';
import { PeopleStates } from './administered/people-states.ts';
import { Reaches } from './administered/reaches.ts';
import { RoleGrantQuery } from './grant/role-grant.query.ts';
import { AdministeredRolesResolver, RoleGrantResolver } from './grant/role-grant.resolver.ts';
import { RoleGrants } from './grant/role-grants.service.ts';
import { Accounts } from './account/accounts.ts';
import { Departures } from './departure/departures.ts';
import { Legacies } from './legacy/legacies.ts';
import { AdministeredLegaciesResolver, LegacyResolver } from './legacy/legacy.resolver.ts';
import { PeopleMerge } from './matching/people-merge.ts';
import { PersonAliases } from './matching/person-aliases.ts';
import { PersonOwners } from './owner/person-owners.ts';
import { DirectoryRoles } from './person/directory-roles.ts';
import { PersonDirectory } from './person/person-directory.ts';
import { PersonLoader } from './person/person.loader.ts';
import { PersonQuery } from './person/person.query.ts';
import { PersonResolver } from './person/person.resolver.ts';
import { samlControllers, samlProviders } from './saml/index.ts';
import { RoleGroups } from './saml/role-groups.ts';
import { samlSettings, type SamlSettings } from './saml/saml.config.ts';
import { SessionCookie } from './session/session-cookie.ts';
import { SessionController } from './session/session.controller.ts';
import { Sessions } from './session/sessions.ts';
import { SignInGroups } from './session/sign-in-groups.ts';
import { SignIn } from './session/sign-in.service.ts';
import { EntryConditions } from './viewer/entry-conditions.ts';
import { PermissionGuard } from './viewer/permission.guard.ts';

const administered = [Reaches, PeopleStates, AdministeredPeopleQuery, AdministeredPeopleService, AdministeredPersonLoader, AdministeredPeopleResolver];
const grants = [RoleGrants, RoleGrantQuery, RoleGrantResolver, AdministeredRolesResolver];

const legacies = [Legacies, LegacyResolver, AdministeredLegaciesResolver];

@Module({
  controllers: [SessionController, ...samlControllers],
  providers: [
    PersonDirectory,
    PersonQuery,
    PersonLoader,
    PersonOwners,
    PersonAliases,
    Departures,
    PeopleMerge,
    DirectoryRoles,
    RoleGroups,
    PersonResolver,
    { provide: SessionCookie, inject: [Config], useFactory: (config: Config) => new SessionCookie(config.secure, config.addresses.path) },
    Administration,
    AdministrationResolver,
    { provide: administrationConfirmation, inject: [samlSettings], useFactory: ({ confirmation }: SamlSettings) => confirmation },
    Accounts,
    Sessions,
    EntryConditions,
    SignIn,
    SignInGroups,
    { provide: APP_GUARD, useClass: PermissionGuard },
    ...administered,
    ...grants,
    ...legacies,
    ...samlProviders,
  ],
  exports: [Administration, Legacies, EntryConditions, PeopleStates, PersonDirectory, PersonQuery, PersonLoader, PersonOwners, PersonAliases, PeopleMerge, Departures, DirectoryRoles, RoleGroups, SessionCookie, Sessions, SignIn, SignInGroups],
})
export class IdentityModule implements OnModuleInit {
  constructor(
    private readonly realtime: Realtime,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly merge: PeopleMerge,
    private readonly conditions: EntryConditions,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.merge.register((manager, fromId, intoId) => this.settings.mergePeople(manager, fromId, intoId));
    this.realtime.authenticateWith(async (cookieHeader) => {
      const token = this.cookie.parse(cookieHeader);
      const viewer = token ? await this.sessions.viewerOf(token) : null;
      if (viewer) await this.conditions.require(viewer);
      return viewer;
    });
  }
}
