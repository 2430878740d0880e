import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityLoader, CommunityType, type CommunityRole } from '@parvis/communities/server';
import { ConversationType, RichText, type RichTextDocument } from '@parvis/conversations/server';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { checkedId, SignedIn } from '@parvis/platform/server';
import type { WikiPageEntity } from './wiki-page.entity.ts';
import { WikiPageLoader } from './wiki-page.loader.ts';
import { canDeletePage, canEditPage } from './wiki-page.policy.ts';
import { WikiPageQuery } from './wiki-page.query.ts';
import { WikiPageRemovalService } from './wiki-page-removal.service.ts';
import { WikiPageService } from './wiki-page.service.ts';
import { CreateWikiPageInput, EditWikiPageInput, WikiPageType } from './wiki-page.type.ts';

const pageId = { type: () => ID, description: 'UUID. Errors: ID_INVALID.' };

@SignedIn()
@Resolver(() => WikiPageType)
export class WikiPageResolver {
  constructor(
    private readonly query: WikiPageQuery,
    private readonly loader: WikiPageLoader,
    private readonly people: PersonLoader,
    private readonly communities: CommunityLoader,
  ) {}

  @Query(() => WikiPageType, { nullable: true, description: 'Null when missing, deleted or out of sight. Errors: ID_INVALID.' })
  wikiPage(@CurrentViewer() viewer: Viewer, @Args('id', pageId) id: string): Promise<WikiPageEntity | null> {
    return this.query.byId(viewer, checkedId('id', id));
  }

  @ResolveField(() => RichText, { description: 'What it says.' })
  async body(@Parent() page: WikiPageEntity, @CurrentViewer() viewer: Viewer): Promise<RichTextDocument> {
    return (await this.loader.newestVersion(viewer, page.id)).body;
  }

  @ResolveField(() => CommunityType, { nullable: true, description: 'Whose page it is.' })
  community(@Parent() page: WikiPageEntity, @CurrentViewer() viewer: Viewer) {
    return this.communities.byId(viewer, page.communityId);
  }

  @ResolveField(() => WikiPageType, { nullable: true, description: 'The page that it stands below; null at the top.' })
  parent(@Parent() page: WikiPageEntity, @CurrentViewer() viewer: Viewer) {
    return page.parentId ? this.loader.byId(viewer, page.parentId) : null;
  }

  @ResolveField(() => PersonType, { description: 'Who saved its first version.' })
  createdBy(@Parent() page: WikiPageEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, page.createdById);
  }

  @ResolveField(() => PersonType, { description: 'Who saved its newest version.' })
  updatedBy(@Parent() page: WikiPageEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, page.updatedById);
  }

  @ResolveField(() => ConversationType, { description: 'What people say under it and how they react.' })
  conversation(@Parent() page: WikiPageEntity): ConversationType {
    return { id: page.id };
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change it: members may, unless the community is archived.' })
  async viewerCanEdit(@Parent() page: WikiPageEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return canEditPage(await this.liveRole(viewer, page));
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may take it off: animators may, unless the community is archived.' })
  async viewerCanDelete(@Parent() page: WikiPageEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return canDeletePage(await this.liveRole(viewer, page));
  }

  private async liveRole(viewer: Viewer, { communityId }: WikiPageEntity): Promise<CommunityRole | null> {
    const [community, standing] = await Promise.all([this.communities.byId(viewer, communityId), this.communities.standing(viewer, communityId)]);
    return community && !community.archivedAt ? (standing?.role ?? null) : null;
  }
}

@SignedIn()
@Resolver(() => WikiPageType)
export class WikiPageCommandsResolver {
  constructor(
    private readonly service: WikiPageService,
    private readonly removal: WikiPageRemovalService,
  ) {}

  @Mutation(() => WikiPageType, {
    description: 'Makes a page; members only. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_ARCHIVED, WIKI_PARENT_NOT_FOUND, WIKI_PARENT_NOT_POSSIBLE, WIKI_FULL, WIKI_PAGE_CHANGED, WIKI_PAGE_NOT_FOUND, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.',
  })
  createWikiPage(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The page.' }) input: CreateWikiPageInput): Promise<WikiPageEntity> {
    return this.service.create(viewer, input);
  }

  @Mutation(() => WikiPageType, {
    description: 'Saves a new version; members only. Errors: WIKI_PAGE_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_ARCHIVED, WIKI_PAGE_CHANGED, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.',
  })
  editWikiPage(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The change.' }) input: EditWikiPageInput): Promise<WikiPageEntity> {
    return this.service.edit(viewer, input);
  }

  @Mutation(() => WikiPageType, { description: 'Makes an earlier version the newest again; members only. Errors: WIKI_PAGE_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_ARCHIVED, WIKI_VERSION_NOT_FOUND.' })
  restoreWikiVersion(
    @CurrentViewer() viewer: Viewer,
    @Args('id', pageId) id: string,
    @Args('number', { type: () => Int, description: 'The version’s number.' }) number: number,
  ): Promise<WikiPageEntity> {
    return this.service.restoreVersion(viewer, id, number);
  }

  @Mutation(() => WikiPageType, { description: 'Puts a page below another; members only. Errors: WIKI_PAGE_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_ARCHIVED, WIKI_PARENT_NOT_FOUND, WIKI_PARENT_NOT_POSSIBLE.' })
  moveWikiPage(
    @CurrentViewer() viewer: Viewer,
    @Args('id', pageId) id: string,
    @Args('parentId', { type: () => ID, nullable: true, description: 'UUID of the page to stand below; null: at the top. Errors: ID_INVALID.' }) parentId?: string | null,
  ): Promise<WikiPageEntity> {
    return this.service.move(viewer, id, parentId ?? null);
  }

  @Mutation(() => ID, { description: 'Takes a page off, what stands below goes one level up; animators only; returns its UUID. Errors: WIKI_PAGE_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_NOT_ANIMATOR, COMMUNITY_ARCHIVED.' })
  async deleteWikiPage(@CurrentViewer() viewer: Viewer, @Args('id', pageId) id: string): Promise<string> {
    return (await this.removal.delete(viewer, id)).id;
  }

  @Mutation(() => WikiPageType, { description: 'Brings a page back that was taken off; animators only. Errors: WIKI_PAGE_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_NOT_ANIMATOR, COMMUNITY_ARCHIVED, WIKI_FULL.' })
  bringBackWikiPage(@CurrentViewer() viewer: Viewer, @Args('id', pageId) id: string): Promise<WikiPageEntity> {
    return this.removal.bringBack(viewer, id);
  }
}
