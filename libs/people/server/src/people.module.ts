import { Module } from '@nestjs/common';
import { IdentityModule } from '@parvis/identity/server';
import { AbsenceQuery } from './absence/absence.query.ts';
import { AbsenceResolver } from './absence/absence.resolver.ts';
import { AbsenceService } from './absence/absence.service.ts';
import { AbsenceSweep } from './absence/absence.sweep.ts';
import { CompletenessResolver } from './completeness/completeness.resolver.ts';
import { CompletenessService } from './completeness/completeness.service.ts';
import { Contributions } from './contribution/contributions.ts';
import { ContributionsResolver } from './contribution/contributions.resolver.ts';
import { DelegationLoader } from './delegation/delegation.loader.ts';
import { DelegationQuery } from './delegation/delegation.query.ts';
import { DelegationResolver, PersonDelegationsResolver } from './delegation/delegation.resolver.ts';
import { DelegationService } from './delegation/delegation.service.ts';
import { DirectoryQuery } from './directory/directory.query.ts';
import { DirectoryResolver } from './directory/directory.resolver.ts';
import { FollowQuery } from './follow/follow.query.ts';
import { FollowService } from './follow/follow.service.ts';
import { MobilityQuery } from './mobility/mobility.query.ts';
import { MobilityResolver, PersonMobilityResolver } from './mobility/mobility.resolver.ts';
import { MobilityService } from './mobility/mobility.service.ts';
import { OrganisationQuery } from './organisation/organisation.query.ts';
import { OrganisationResolver } from './organisation/organisation.resolver.ts';
import { AskMeAboutService } from './profile/ask-me-about.service.ts';
import { AskedAbout } from './profile/asked-about.query.ts';
import { ProfileEntriesResolver } from './profile/profile-entries.resolver.ts';
import { ProfileLoader } from './profile/profile.loader.ts';
import { ProfileResolver } from './profile/profile.resolver.ts';
import { ProfileService } from './profile/profile.service.ts';
import { skillParts } from './skill/skill.parts.ts';
import { ProfileVisibilityLoader } from './visibility/profile-visibility.loader.ts';
import { ProfileVisibilityResolver } from './visibility/profile-visibility.resolver.ts';
import { ProfileVisibilityService } from './visibility/profile-visibility.service.ts';
import { ProfileVisibility } from './visibility/profile-visibility.ts';
import { WorkingTimeQuery } from './working-time/working-time.query.ts';
import { WorkingTimeService } from './working-time/working-time.service.ts';

@Module({
  imports: [IdentityModule],
  providers: [
    AbsenceQuery,
    AbsenceService,
    AbsenceResolver,
    AbsenceSweep,
    CompletenessService,
    CompletenessResolver,
    Contributions,
    ContributionsResolver,
    MobilityQuery,
    MobilityService,
    MobilityResolver,
    PersonMobilityResolver,
    OrganisationQuery,
    OrganisationResolver,
    AskedAbout,
    AskMeAboutService,
    ProfileEntriesResolver,
    DelegationQuery,
    DelegationLoader,
    DelegationService,
    DelegationResolver,
    PersonDelegationsResolver,
    DirectoryQuery,
    DirectoryResolver,
    FollowQuery,
    FollowService,
    ProfileLoader,
    ProfileResolver,
    ProfileService,
    ProfileVisibility,
    ProfileVisibilityLoader,
    ProfileVisibilityService,
    ProfileVisibilityResolver,
    WorkingTimeQuery,
    WorkingTimeService,
    ...skillParts.providers,
  ],
  exports: [AbsenceQuery, AskedAbout, AskMeAboutService, Contributions, DelegationQuery, DelegationLoader, DirectoryQuery, FollowQuery, OrganisationQuery, ProfileVisibility, ProfileVisibilityLoader, WorkingTimeQuery, WorkingTimeService, ...skillParts.exports],
})
export class PeopleModule {}
