import { Module } from '@nestjs/common';
import { IdentityModule } from '@parvis/identity/server';
import { MediaModule } from '@parvis/media/server';
import { PeopleModule } from '@parvis/people/server';
import { CommunitiesRealtime } from './adapters/communities.realtime.ts';
import { CommunityBannerMedia } from './adapters/community-banner.media.ts';
import { PersonCommunitiesResolver } from './adapters/person-communities.resolver.ts';
import { ProfileAudience } from './adapters/profile-audience.ts';
import { CommunityAdministrationQuery } from './administration/community-administration.query.ts';
import { CommunityAdministrationResolver } from './administration/community-administration.resolver.ts';
import { CommunityAdministrationService } from './administration/community-administration.service.ts';
import { BreakGlassClock } from './break-glass/break-glass-clock.ts';
import { BreakGlassReading } from './break-glass/break-glass-reading.ts';
import { BreakGlassTexts } from './break-glass/break-glass-texts.ts';
import { BreakGlassQuery } from './break-glass/break-glass.query.ts';
import { BreakGlassResolver, BreakGlassLineResolver, CommunityBreakGlassResolver } from './break-glass/break-glass.resolver.ts';
import { BreakGlassService } from './break-glass/break-glass.service.ts';
import { CommunityChangeQuery } from './change/community-change.query.ts';
import { CommunityChangeResolver, CommunityChangesResolver } from './change/community-change.resolver.ts';
import { CommunityArchiveService } from './community/community-archive.service.ts';
import { CommunityEditService } from './community/community-edit.service.ts';
import { CommunityLock } from './community/community-lock.ts';
import { CommunitySettingsResolver } from './community/community-settings.resolver.ts';
import { CommunityVisibilityService } from './community/community-visibility.service.ts';
import { CommunityLoader } from './community/community.loader.ts';
import { CommunityQuery } from './community/community.query.ts';
import { CommunityResolver } from './community/community.resolver.ts';
import { CommunityService } from './community/community.service.ts';
import { CommunityContents } from './content/community-contents.ts';
import { SuggestionQuery } from './directory/suggestion.query.ts';
import { SuggestionResolver } from './directory/suggestion.resolver.ts';
import { InvitationQuery } from './invitation/invitation.query.ts';
import { CommunityInvitationsResolver, InvitationResolver } from './invitation/invitation.resolver.ts';
import { InvitationService } from './invitation/invitation.service.ts';
import { CommunityMergeResolver } from './merge/community-merge.resolver.ts';
import { CommunityMergeService } from './merge/community-merge.service.ts';
import { MembersMove } from './merge/members-move.ts';
import { OrphanLegacy } from './orphan/orphan.legacy.ts';
import { OrphanQuery } from './orphan/orphan.query.ts';
import { OrphanResolver } from './orphan/orphan.resolver.ts';
import { OrphanService } from './orphan/orphan.service.ts';
import { Admission } from './membership/admission.ts';
import { GivenPlaces } from './membership/given-places.ts';
import { MembershipQuery } from './membership/membership.query.ts';
import { CommunityMembersResolver, JoinRequestResolver, MembershipResolver } from './membership/membership.resolver.ts';
import { MembershipService } from './membership/membership.service.ts';

@Module({
  imports: [IdentityModule, MediaModule, PeopleModule],
  providers: [
    CommunityQuery,
    CommunityService,
    CommunityLoader,
    CommunityLock,
    CommunityContents,
    CommunityResolver,
    CommunityEditService,
    CommunityBannerMedia,
    CommunityArchiveService,
    MembersMove,
    CommunityMergeService,
    CommunityMergeResolver,
    OrphanQuery,
    OrphanLegacy,
    OrphanService,
    OrphanResolver,
    SuggestionQuery,
    SuggestionResolver,
    InvitationQuery,
    InvitationService,
    CommunityInvitationsResolver,
    InvitationResolver,
    CommunityVisibilityService,
    CommunitySettingsResolver,
    CommunityChangeQuery,
    CommunityChangesResolver,
    CommunityChangeResolver,
    MembershipQuery,
    MembershipService,
    Admission,
    GivenPlaces,
    CommunityMembersResolver,
    MembershipResolver,
    JoinRequestResolver,
    PersonCommunitiesResolver,
    CommunitiesRealtime,
    CommunityAdministrationQuery,
    CommunityAdministrationService,
    CommunityAdministrationResolver,
    BreakGlassQuery,
    BreakGlassTexts,
    BreakGlassService,
    BreakGlassReading,
    BreakGlassClock,
    BreakGlassResolver,
    BreakGlassLineResolver,
    CommunityBreakGlassResolver,
    ProfileAudience,
  ],
  exports: [BreakGlassQuery, BreakGlassTexts, CommunityQuery, CommunityLoader, CommunityContents, MembershipQuery, Admission, GivenPlaces],
})
export class CommunitiesModule {}
