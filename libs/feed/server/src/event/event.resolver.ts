import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { PersonConnection } from '@parvis/people/server';
import { checkedId, PageArgs, pageCost, pageRequest, perParentPageCost, perViewer, SignedIn } from '@parvis/platform/server';
import type { PostRevisionEntity } from '../post/post-revision.entity.ts';
import type { PostEntity } from '../post/post.entity.ts';
import { PostConnection, PostRevisionType, PostType } from '../post/post.type.ts';
import type { EventAnswer } from './event-reply.entity.ts';
import { wallTimesOf } from './event-time.ts';
import { EventQuery, type EventView } from './event.query.ts';
import { EventService } from './event.service.ts';
import { EventAnswerEnum, EventType, FormerEventType } from './event.type.ts';

const postId = { type: () => ID, description: 'The event’s UUID.' };

/** Lists of events, Post.event, and answers to them. */
@SignedIn()
@Resolver(() => PostType)
export class PostEventResolver {
  private readonly loader;

  constructor(
    private readonly query: EventQuery,
    private readonly service: EventService,
  ) {
    this.loader = perViewer((viewer: Viewer, ids: readonly string[]) => query.ofPosts(viewer, ids));
  }

  @Query(() => PostConnection, { description: 'Events that the viewer may see: those to come or going on, the next first; or those that are over, the newest first. Errors: ID_INVALID.', complexity: pageCost })
  events(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('past', { type: () => Boolean, nullable: true, description: 'True: those that are over.' }) past?: boolean | null,
    @Args('mine', { type: () => Boolean, nullable: true, description: 'True: only those that the viewer comes to, comes to perhaps, waits for or wrote.' }) mine?: boolean | null,
    @Args('communityId', { type: () => ID, nullable: true, description: 'Only those of this community. Errors: ID_INVALID.' }) communityId?: string | null,
    @Args('from', { type: () => Date, nullable: true, description: 'Only those that end after.' }) from?: Date | null,
    @Args('to', { type: () => Date, nullable: true, description: 'Only those that start before.' }) to?: Date | null,
  ) {
    const filter = { isPast: past ?? false, isMine: mine ?? false, communityId: communityId ? checkedId('communityId', communityId) : null, from: from ?? null, to: to ?? null };
    return this.query.list(viewer, filter, pageRequest(page));
  }

  @ResolveField(() => EventType, { nullable: true, description: 'What only an event has; null for other kinds.' })
  event(@Parent() post: PostEntity, @CurrentViewer() viewer: Viewer): Promise<EventView | null> | null {
    return post.kind === 'event' ? this.loader(viewer).load(post.id) : null;
  }

  @Mutation(() => PostType, { description: 'Says whether the viewer comes; who finds no seat waits for one. Errors: ID_INVALID, SUBJECT_NOT_FOUND, SUBJECT_CLOSED, POST_NOT_FOUND, EVENT_OVER.' })
  replyToEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('postId', postId) id: string,
    @Args('answer', { type: () => EventAnswerEnum, description: 'Whether they come.' }) answer: EventAnswer,
  ): Promise<PostEntity> {
    return this.service.reply(viewer, { postId: id, answer });
  }

  @Mutation(() => PostType, { description: 'Says when the viewer, who comes, is reminded. Errors: ID_INVALID, SUBJECT_NOT_FOUND, POST_NOT_FOUND, EVENT_OVER, EVENT_REMINDER_INVALID, EVENT_NOT_ATTENDED.' })
  setEventReminders(
    @CurrentViewer() viewer: Viewer,
    @Args('postId', postId) id: string,
    @Args('minutesBefore', { type: () => [Int], description: 'Among 1440 (the day before), 60 and 15; empty: never.' }) minutesBefore: number[],
  ): Promise<PostEntity> {
    return this.service.remind(viewer, { postId: id, minutesBefore });
  }
}

@SignedIn()
@Resolver(() => EventType)
export class EventResolver {
  constructor(private readonly query: EventQuery) {}

  @ResolveField(() => PersonConnection, { description: 'Who comes, by surname; seen by those who see the event.', complexity: perParentPageCost })
  attendees(@Parent() event: EventView, @CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.attendees(viewer, event.postId, pageRequest(page));
  }

  @ResolveField(() => String, { description: 'As EventInput takes it.' })
  starts(@Parent() event: EventView): string {
    return wallTimesOf(event).starts;
  }

  @ResolveField(() => String, { description: 'As EventInput takes it.' })
  ends(@Parent() event: EventView): string {
    return wallTimesOf(event).ends;
  }

  @ResolveField(() => Boolean, { description: 'Whether it has ended.' })
  isOver(@Parent() event: EventView): boolean {
    return event.endsAt <= new Date();
  }

  @ResolveField(() => String, { description: 'Address of its iCalendar file (RFC 5545), for whoever is signed in and sees it.' })
  calendarPath(@Parent() event: EventView): string {
    return `/events/${event.postId}.ics`;
  }
}

@SignedIn()
@Resolver(() => PostRevisionType)
export class FormerEventResolver {
  @ResolveField(() => FormerEventType, { nullable: true, description: 'When and where the event was to be then; null for other kinds.' })
  event(@Parent() { details }: PostRevisionEntity): FormerEventType | null {
    if (!details || !('startsAt' in details)) return null;
    const former = details as FormerEventType;
    return { ...former, startsAt: new Date(former.startsAt), endsAt: new Date(former.endsAt) };
  }
}
