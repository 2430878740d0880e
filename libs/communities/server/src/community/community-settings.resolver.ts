import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { MediaFileType } from '@parvis/media/server';
import { SignedIn } from '@parvis/platform/server';
import { CommunityBannerMedia } from '../adapters/community-banner.media.ts';
import { MembershipService } from '../membership/membership.service.ts';
import { CommunityArchiveService } from './community-archive.service.ts';
import { CommunityEditService } from './community-edit.service.ts';
import { ChangeCommunityVisibilityInput, UpdateCommunityInput, VisibilityChangePreview } from './community-settings.type.ts';
import { CommunityVisibilityService } from './community-visibility.service.ts';
import type { CommunityEntity, CommunityVisibility } from './community.entity.ts';
import { CommunityLoader } from './community.loader.ts';
import { CommunityBanner, CommunityType, CommunityVisibilityEnum } from './community.type.ts';

const communityId = { type: () => ID, description: 'The community’s UUID. Errors: ID_INVALID.' };

/** What animators decide about a community, and what it says to those who come. */
@SignedIn()
@Resolver(() => CommunityType)
export class CommunitySettingsResolver {
  constructor(
    private readonly editing: CommunityEditService,
    private readonly archive: CommunityArchiveService,
    private readonly visibility: CommunityVisibilityService,
    private readonly memberships: MembershipService,
    private readonly loader: CommunityLoader,
    private readonly bannerMedia: CommunityBannerMedia,
  ) {}

  @Query(() => VisibilityChangePreview, { description: 'What another visibility would do; animators only. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR.' })
  visibilityChange(
    @CurrentViewer() viewer: Viewer,
    @Args('id', communityId) id: string,
    @Args('visibility', { type: () => CommunityVisibilityEnum, description: 'The visibility thought of.' }) visibility: CommunityVisibility,
  ): Promise<VisibilityChangePreview> {
    return this.visibility.preview(viewer, id, visibility);
  }

  @Mutation(() => CommunityType, {
    description: 'Changes what a community says of itself; animators only. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR, ID_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG, TOO_MANY_ITEMS, FILE_NOT_FOUND, IMAGE_REQUIRED.',
  })
  updateCommunity(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What changes.' }) input: UpdateCommunityInput): Promise<CommunityEntity> {
    return this.editing.edit(viewer, input);
  }

  @Mutation(() => CommunityType, {
    description: 'Opens or closes a community; animators only. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR, COMMUNITY_DISCLOSURE_UNCONFIRMED.',
  })
  changeCommunityVisibility(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The change.' }) input: ChangeCommunityVisibilityInput): Promise<CommunityEntity> {
    return this.visibility.change(viewer, input);
  }

  @Mutation(() => CommunityType, { description: 'Puts a community to rest: it is read and found, but nothing is added; animators only. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR.' })
  archiveCommunity(@CurrentViewer() viewer: Viewer, @Args('id', communityId) id: string): Promise<CommunityEntity> {
    return this.archive.archive(viewer, id);
  }

  @Mutation(() => CommunityType, { description: 'Wakes a community that is at rest; animators only. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR.' })
  restoreCommunity(@CurrentViewer() viewer: Viewer, @Args('id', communityId) id: string): Promise<CommunityEntity> {
    return this.archive.restore(viewer, id);
  }

  @Mutation(() => CommunityType, { description: 'Puts the word of welcome aside for good. Errors: COMMUNITY_NOT_FOUND.' })
  dismissCommunityWelcome(@CurrentViewer() viewer: Viewer, @Args('id', communityId) id: string): Promise<CommunityEntity> {
    return this.memberships.dismissWelcome(viewer, id);
  }

  @ResolveField(() => CommunityBanner, { nullable: true, description: 'The banner that is drawn; null when it wears none.' })
  banner(@Parent() { bannerPattern, bannerTone }: CommunityEntity): CommunityBanner | null {
    return bannerPattern && bannerTone ? { pattern: bannerPattern, tone: bannerTone } : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'How people go about things there, plain text; null when there is none, or when the community is secret and the viewer no member.' })
  async charter(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer): Promise<string | null> {
    return (await this.showsLooks(viewer, community)) ? community.charter || null : null;
  }

  @ResolveField(() => MediaFileType, { nullable: true, description: 'The image that it wears instead of the drawn banner; null when there is none, or when the community is secret and the viewer no member.' })
  async bannerImage(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer) {
    return (await this.showsLooks(viewer, community)) ? this.bannerMedia.imageOf(viewer, community.id) : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'What newcomers read, plain text; null when there is none or when the viewer is no member.' })
  async welcome(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer): Promise<string | null> {
    const standing = await this.loader.standing(viewer, community.id);
    return standing?.status === 'member' ? community.welcome || null : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer has come in and not put the word of welcome aside yet.' })
  async viewerIsNewcomer(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return (await this.loader.standing(viewer, community.id))?.isNewcomer ?? false;
  }

  private async showsLooks(viewer: Viewer, { id, visibility }: CommunityEntity): Promise<boolean> {
    return visibility !== 'secret' || this.loader.canRead(viewer, id);
  }
}
