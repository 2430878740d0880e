import type { Type } from '@nestjs/common';
import { AnnouncementKind } from '../announcement/announcement.kind.ts';
import { AnnouncementQuery } from '../announcement/announcement.query.ts';
import { PostAnnouncementResolver } from '../announcement/announcement.resolver.ts';
import { AnnouncementService } from '../announcement/announcement.service.ts';
import { EventReminders } from '../event/event-reminders.ts';
import { EventKind } from '../event/event.kind.ts';
import { EventQuery } from '../event/event.query.ts';
import { EventResolver, FormerEventResolver, PostEventResolver } from '../event/event.resolver.ts';
import { EventService } from '../event/event.service.ts';
import { CommunityPinsResolver, PinResolver } from '../pin/pin.resolver.ts';
import { PinService } from '../pin/pin.service.ts';
import { PollKind } from '../poll/poll.kind.ts';
import { PollQuery } from '../poll/poll.query.ts';
import { PollRealtime } from '../poll/poll.realtime.ts';
import { PollOptionResolver, PollResolver, PostPollResolver } from '../poll/poll.resolver.ts';
import { PollService } from '../poll/poll.service.ts';
import { AskingExperts } from '../question/asking-experts.ts';
import { GivenAnswerQuery } from '../question/given-answer.query.ts';
import { GivenAnswerResolver, PersonAnswersResolver } from '../question/given-answer.resolver.ts';
import { QuestionKind } from '../question/question.kind.ts';
import { QuestionQuery } from '../question/question.query.ts';
import { QuestionResolver, QuestionsResolver } from '../question/question.resolver.ts';
import { NamedPeopleQuery } from './named-people.query.ts';
import { PostKinds } from './post-kind.ts';

/** The kinds of posts, for the module of the feed. */
export const kindProviders: Type[] = [
  PostKinds,
  NamedPeopleQuery,
  ...[QuestionKind, AskingExperts, QuestionQuery, QuestionsResolver, QuestionResolver, GivenAnswerQuery, PersonAnswersResolver, GivenAnswerResolver],
  ...[PollKind, PollQuery, PollService, PollRealtime, PostPollResolver, PollResolver, PollOptionResolver],
  ...[EventKind, EventQuery, EventService, EventReminders, PostEventResolver, EventResolver, FormerEventResolver],
  ...[AnnouncementKind, AnnouncementQuery, AnnouncementService, PostAnnouncementResolver],
  ...[PinService, PinResolver, CommunityPinsResolver],
];
