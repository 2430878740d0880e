import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionType } from '@parvis/platform/server';
import type { NotificationTarget } from '../subject/notification-subjects.ts';
import type { NotificationKind } from './notification-kind.ts';

export const NotificationKindEnum = {
  MENTION: 'mention',
  ANSWER: 'answer',
  REPLY: 'reply',
  REACTION: 'reaction',
  ACCEPTED_ANSWER: 'accepted-answer',
  EVENT_CHANGE: 'event-change',
  SEAT: 'seat',
  REMINDER: 'reminder',
  EXPERT_REQUEST: 'expert-request',
  AMA_OPENING: 'ama-opening',
  AMA_START: 'ama-start',
  AMA_ANSWER: 'ama-answer',
  CAMPAIGN_SPONSOR: 'campaign-sponsor',
  CAMPAIGN_COMMITTED: 'campaign-committed',
  CAMPAIGN_PHASE: 'campaign-phase',
  CAMPAIGN_NEWS: 'campaign-news',
  JURY: 'jury',
  IDEA_INVITATION: 'idea-invitation',
  IDEA_VOLUNTEER: 'idea-volunteer',
  AUTHOR_QUESTION: 'author-question',
  IDEA_MERGE: 'idea-merge',
  IDEA_ANSWER: 'idea-answer',
  IDEA_NEWS: 'idea-news',
  ANSWERS_DUE: 'answers-due',
  PROJECT_OWNER: 'project-owner',
  INVITATION: 'invitation',
  JOIN_REQUEST: 'join-request',
  ADMISSION: 'admission',
  RECOMMENDATION: 'recommendation',
  WEEK: 'week',
  MONTHLY_REPORT: 'monthly-report',
  LEGACY: 'legacy',
  SCHEDULE_FAILURE: 'schedule-failure',
  BREAK_GLASS: 'break-glass',
  BREAK_GLASS_REQUEST: 'break-glass-request',
} as const satisfies Record<string, NotificationKind>;

registerEnumType(NotificationKindEnum, {
  name: 'NotificationKind',
  description: 'Why somebody is notified.',
  valuesMap: {
    MENTION: { description: 'Somebody named them in a text.' },
    ANSWER: { description: 'Somebody commented what they wrote.' },
    REPLY: { description: 'Somebody commented something that they take part in or follow.' },
    REACTION: { description: 'Somebody reacted to what they wrote.' },
    ACCEPTED_ANSWER: { description: 'Their answer was taken as the one that helped.' },
    EVENT_CHANGE: { description: 'An event that they come to, perhaps or for sure, was moved or called off.' },
    SEAT: { description: 'A seat became free for them.' },
    REMINDER: { description: 'Something that they take part in is about to begin.' },
    EXPERT_REQUEST: { description: 'A question that nobody has answered was brought to them, who seem to know.' },
    AMA_OPENING: { description: 'A session that they follow takes questions.' },
    AMA_START: { description: 'A session that they follow, or asked or voted in, begins.' },
    AMA_ANSWER: { description: 'What they asked in a session was answered.' },
    CAMPAIGN_SPONSOR: { description: 'Somebody asks them to commit to a campaign.' },
    CAMPAIGN_COMMITTED: { description: 'The sponsor has committed to their campaign.' },
    CAMPAIGN_PHASE: { description: 'A campaign that they follow or take part in has moved on.' },
    CAMPAIGN_NEWS: { description: 'News of a campaign that they follow.' },
    JURY: { description: 'They are on a jury, and something waits for them.' },
    IDEA_INVITATION: { description: 'Somebody invites them to make an idea together.' },
    IDEA_VOLUNTEER: { description: 'Somebody offers to help with their idea.' },
    AUTHOR_QUESTION: { description: 'Somebody asks those who make an idea together, them among others.' },
    IDEA_MERGE: { description: 'Somebody proposes to merge their idea with another.' },
    IDEA_ANSWER: { description: 'An idea that they make, support or follow was answered.' },
    IDEA_NEWS: { description: 'Something happened to an idea that they make, support or follow.' },
    ANSWERS_DUE: { description: 'Ideas of a campaign wait for an answer that they owe, and the last day for it is near or over.' },
    PROJECT_OWNER: { description: 'They are to carry out an idea.' },
    INVITATION: { description: 'Somebody asks them to come into a community.' },
    JOIN_REQUEST: { description: 'Somebody asks to join a community that they animate.' },
    ADMISSION: { description: 'They were let into a community.' },
    RECOMMENDATION: { description: 'Somebody recommends them for a skill.' },
    WEEK: { description: 'Their team, or a community that they animate, contributed something last week.' },
    MONTHLY_REPORT: { description: 'HR: the report on the month that is over can be read.' },
    LEGACY: { description: 'Somebody left, and what they kept alone may be taken over by them.' },
    SCHEDULE_FAILURE: { description: 'What they had scheduled could not be published.' },
    BREAK_GLASS: { description: 'Somebody of IT reads in a closed community that they are a member of; nobody turns this off.' },
    BREAK_GLASS_REQUEST: { description: 'The works council and auditors: somebody of IT asks to read in a closed community.' },
  },
});

@ObjectType('NotificationParent', { description: 'What holds the subject of a notification, and whose page shows it.' })
export class NotificationParentType {
  @Field({ description: 'Its kind, such as post.' })
  type!: string;

  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;
}

@ObjectType('NotificationTarget', { description: 'What a notification is about, as the viewer may see it now.' })
export class NotificationTargetType implements NotificationTarget {
  @Field({
    description:
      'Its kind: post, cancelled-event (a post that is no more), scheduled-post, comment, community, invitation and join-requests (of a community), ama-session, ama-question, wiki-page, campaign, idea, legacy-community, legacy-campaign and legacy-question (what somebody who left kept alone), skill-endorsement (what somebody is recommended for), expert-request (a question brought to the viewer), team-week and community-week (what was contributed in a week), engagement-report (a month of the network, for HR), break-glass (an access to a community, which is its parent), break-glass-request (one that waits for a decision).',
  })
  type!: string;

  @Field(() => ID, { description: 'Its UUID; of an invitation, of join requests and of a community’s week, the community’s; of a team’s week, its manager’s; of a report, one made of its month (version 7, whose time is the first instant of the month).' })
  id!: string;

  @Field(() => NotificationParentType, { nullable: true, description: 'For something that has no page of its own, what shows it: the post of a comment.' })
  parent!: NotificationParentType | null;

  @Field(() => String, { nullable: true, description: 'Its name, for what has one; of a report, its month as YYYY-MM.' })
  title!: string | null;

  @Field({ description: 'Its first words, plain text; may be empty.' })
  extract!: string;

  communityId!: string | null;

  writtenById?: string | null;
}

@ObjectType('Notification', { description: 'Something that happened which concerns the viewer. What happens again before they have read it is added to it.' })
export class NotificationType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => NotificationKindEnum, { description: 'Why they are notified.' })
  kind!: NotificationKind;

  @Field(() => Int, { description: 'How many different people did it.' })
  actorCount!: number;

  @Field(() => Int, { description: 'How often it happened.' })
  happenedCount!: number;

  @Field(() => Date, { description: 'When it last happened.' })
  lastAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the viewer read it; null: not yet.' })
  readAt!: Date | null;

  @Field(() => Int, { description: 'The number of its last change in the viewer’s sequence, for `notificationsSince` and `markNotificationsRead`.' })
  seq!: number;
}

export const NotificationConnection = connectionType<NotificationType>('Notification', () => NotificationType);

@ObjectType('NotificationCatchUp', { description: 'What a client has missed.' })
export class NotificationCatchUpType {
  @Field(() => [NotificationType], { description: 'What is new or has changed, oldest change first, each once.' })
  notifications!: NotificationType[];

  @Field(() => Int, { description: 'Ask from here the next time.' })
  lastSeq!: number;

  @Field({ description: 'Whether there is more: ask again at once, from `lastSeq`.' })
  hasMore!: boolean;

  @Field(() => Int, { description: 'As `unreadNotificationCount`.' })
  unreadCount!: number;
}

@InputType({ description: 'Which notifications were read: those named, or all up to a number of the sequence, or those named as they were then.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { nullable: true, description: 'UUIDs, 50 at most; all when left out. Errors: ID_INVALID, PAGE_TOO_LARGE.' })
  ids?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Only what had changed by this number of the sequence: later news stays unread.' })
  upTo?: number | null;
}

@ObjectType({ description: 'What was marked as read.' })
export class MarkNotificationsReadPayload {
  @Field(() => [ID], { description: 'Those that were unread until now.' })
  readIds!: string[];

  @Field(() => Int, { description: 'As `unreadNotificationCount`, afterwards.' })
  unreadCount!: number;
}
