import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityLoader, CommunityType } from '@parvis/communities/server';
import { plainText, RichText, type RichTextDocument } from '@parvis/conversations/server';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import type { PostEntity, PostKind } from '../post/post.entity.ts';
import { CreatePostInput, PostKindEnum, PostType } from '../post/post.type.ts';
import type { ScheduledPostEntity } from './scheduled-post.entity.ts';
import { ScheduledPostQuery } from './scheduled-post.query.ts';
import { ScheduledPostService } from './scheduled-post.service.ts';
import { ScheduledPostConnection, ScheduledPostType } from './scheduled-post.type.ts';
import { restored } from './stored-input.ts';

const scheduledId = { type: () => ID, description: 'UUID. Errors: ID_INVALID, SCHEDULED_POST_NOT_FOUND.' };
const publishTime = { description: 'When to publish it; to come, and within a year. Errors: TIME_PAST, SCHEDULE_TOO_FAR.' };

@SignedIn()
@Resolver(() => ScheduledPostType)
export class ScheduledPostResolver {
  constructor(
    private readonly query: ScheduledPostQuery,
    private readonly service: ScheduledPostService,
    private readonly communities: CommunityLoader,
  ) {}

  @Query(() => ScheduledPostConnection, { description: 'What the viewer has scheduled, the next to come first.', complexity: pageCost })
  scheduledPosts(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.own(viewer, pageRequest(page));
  }

  @Mutation(() => ScheduledPostType, { description: 'Publishes a post later, under the rules of that moment. What would be refused now is refused. Errors: those of createPost, TIME_PAST, SCHEDULE_TOO_FAR, TOO_MANY_ITEMS.' })
  schedulePost(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The post.' }) input: CreatePostInput,
    @Args('publishAt', publishTime) publishAt: Date,
  ): Promise<ScheduledPostEntity> {
    return this.service.schedule(viewer, input, publishAt);
  }

  @Mutation(() => ScheduledPostType, { description: 'Publishes it at another time. Errors: SCHEDULED_POST_NOT_FOUND, TIME_PAST, SCHEDULE_TOO_FAR.' })
  reschedulePost(@CurrentViewer() viewer: Viewer, @Args('id', scheduledId) id: string, @Args('publishAt', publishTime) publishAt: Date): Promise<ScheduledPostEntity> {
    return this.service.reschedule(viewer, id, publishAt);
  }

  @Mutation(() => ID, { description: 'Takes it back; returns its UUID. Errors: SCHEDULED_POST_NOT_FOUND.' })
  cancelScheduledPost(@CurrentViewer() viewer: Viewer, @Args('id', scheduledId) id: string): Promise<string> {
    return this.service.cancel(viewer, id);
  }

  @Mutation(() => PostType, { description: 'Publishes it at once. Errors: SCHEDULED_POST_NOT_FOUND, and those of createPost.' })
  publishScheduledPost(@CurrentViewer() viewer: Viewer, @Args('id', scheduledId) id: string): Promise<PostEntity> {
    return this.service.publishNow(viewer, id);
  }

  @ResolveField(() => PostKindEnum, { description: 'What it will be.' })
  kind(@Parent() scheduled: ScheduledPostEntity): PostKind {
    return restored(scheduled.input).kind;
  }

  @ResolveField(() => String, { nullable: true, description: 'Its title, where its kind has one.' })
  title(@Parent() scheduled: ScheduledPostEntity): string | null {
    return restored(scheduled.input).title ?? null;
  }

  @ResolveField(() => RichText, { nullable: true, description: 'What it will say; null: nothing beside its title or files.' })
  body(@Parent() scheduled: ScheduledPostEntity): RichTextDocument | null {
    const body = restored(scheduled.input).body as RichTextDocument | null | undefined;
    return body && plainText(body) ? body : null;
  }

  @ResolveField(() => CommunityType, { nullable: true, description: 'Where; null: to the whole company, or to a community that the viewer may not know of any more.' })
  community(@Parent() scheduled: ScheduledPostEntity, @CurrentViewer() viewer: Viewer) {
    return scheduled.communityId ? this.communities.byId(viewer, scheduled.communityId) : null;
  }
}
