import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, DepartmentType, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageCost, pageRequest, SignedIn, checkedId } from '@parvis/platform/server';
import { ViewerMembership } from '../membership/membership.type.ts';
import type { CommunityEntity } from './community.entity.ts';
import { CommunityLoader } from './community.loader.ts';
import { CommunityQuery, type CommunityOrder } from './community.query.ts';
import { CommunityService } from './community.service.ts';
import { CommunityConnection, CommunityOrderEnum, CommunityType, CreateCommunityInput } from './community.type.ts';

@SignedIn()
@Resolver(() => CommunityType)
export class CommunityResolver {
  constructor(
    private readonly query: CommunityQuery,
    private readonly service: CommunityService,
    private readonly loader: CommunityLoader,
  ) {}

  @Query(() => CommunityConnection, { description: 'Communities that the viewer may know of, in the order asked for, or the best matches first when searching.', complexity: pageCost })
  communities(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('search', { type: () => String, nullable: true, description: 'Words in name or purpose; accents and misspellings are forgiven.' }) search?: string | null,
    @Args('topic', { type: () => String, nullable: true, description: 'Only those about this topic; letter case and accents do not matter.' }) topic?: string | null,
    @Args('order', { type: () => CommunityOrderEnum, defaultValue: 'name', description: 'In which order, when nothing is searched.' }) order?: CommunityOrder,
    @Args('archived', { type: () => Boolean, defaultValue: false, description: 'True: only those at rest; else only those that live.' }) archived?: boolean,
    @Args('animated', { type: () => Boolean, nullable: true, description: 'True: only those that the viewer animates.' }) animated?: boolean | null,
    @Args('joined', { type: () => Boolean, nullable: true, description: 'True: only those that the viewer is a member of.' }) joined?: boolean | null,
  ) {
    return this.query.list(viewer, { search: search ?? null, memberId: joined ? viewer.personId : null, animatorId: animated ? viewer.personId : null, archived: archived ?? false, topic: topic ?? null }, pageRequest(page), order);
  }

  @Query(() => CommunityType, { nullable: true, description: 'Null when missing or out of sight. One that was merged into another is found by its old id too.' })
  community(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'UUID.' }) id: string): Promise<CommunityEntity | null> {
    return this.query.byIdOrMerged(viewer, checkedId('id', id));
  }

  @Mutation(() => CommunityType, { description: 'Makes a community; the viewer is its first animator. Errors: ID_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  createCommunity(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The community.' }) input: CreateCommunityInput): Promise<CommunityEntity> {
    return this.service.create(viewer, input);
  }

  @ResolveField(() => Int, { description: 'How many people belong to it.' })
  memberCount(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer): Promise<number> {
    return this.loader.memberCount(viewer, community.id);
  }

  @ResolveField(() => ViewerMembership, { nullable: true, description: 'Where the viewer stands; null when neither a member nor waiting nor invited.' })
  viewerMembership(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer) {
    return this.loader.standing(viewer, community.id);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may read the posts and the members.' })
  viewerCanRead(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.loader.canRead(viewer, community.id);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may write here: members may, unless it is archived.' })
  async viewerCanPost(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return !community.archivedAt && (await this.loader.standing(viewer, community.id))?.status === 'member';
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may let people in: animators may.' })
  async viewerCanManage(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return (await this.loader.standing(viewer, community.id))?.role === 'animator';
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may invite: animators may, and members of an open community, unless it is archived.' })
  async viewerCanInvite(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    const role = (await this.loader.standing(viewer, community.id))?.role;
    return !community.archivedAt && (role === 'animator' || (role === 'member' && community.visibility === 'open'));
  }

  @ResolveField(() => [DepartmentType], { description: 'How many members each department counts, most first; empty when the viewer may not read.' })
  departments(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer) {
    return this.loader.departments(viewer, community.id);
  }
}
