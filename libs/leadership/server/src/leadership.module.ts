import { Module } from '@nestjs/common';
import { CommunitiesModule } from '@parvis/communities/server';
import { ConversationsModule } from '@parvis/conversations/server';
import { FeedModule } from '@parvis/feed/server';
import { IdentityModule } from '@parvis/identity/server';
import { NotificationsModule } from '@parvis/notifications/server';
import { SearchModule } from '@parvis/search/server';
import { AmaCalendarController } from './adapters/ama-calendar.controller.ts';
import { AmaInCommunities } from './adapters/ama.community-content.ts';
import { AmaDrafts } from './adapters/ama.drafts.ts';
import { AmaQuestionSubject } from './adapters/ama-question.subject.ts';
import { AmaQuestionsNotifications } from './adapters/ama-questions.notifications.ts';
import { AmaQuestionsSearch } from './adapters/ama-questions.search.ts';
import { AmaSessionSubject } from './adapters/ama-session.subject.ts';
import { AmaSessionsNotifications } from './adapters/ama-sessions.notifications.ts';
import { LeadershipRealtime } from './adapters/leadership.realtime.ts';
import { AmaAnswerLoader } from './answer/ama-answer.loader.ts';
import { AmaAnswerQuery } from './answer/ama-answer.query.ts';
import { AmaAnswerResolver, AmaQuestionAnswerResolver } from './answer/ama-answer.resolver.ts';
import { AmaAnswerService } from './answer/ama-answer.service.ts';
import { BriefingQuery } from './briefing/briefing.query.ts';
import { BriefingResolver } from './briefing/briefing.resolver.ts';
import { BriefingService } from './briefing/briefing.service.ts';
import { AmaQuestionLoader } from './question/ama-question.loader.ts';
import { AmaQuestionQuery } from './question/ama-question.query.ts';
import { AmaQuestionResolver, AmaSessionQuestionsResolver } from './question/ama-question.resolver.ts';
import { AmaQuestionService } from './question/ama-question.service.ts';
import { AmaSessionLoader } from './session/ama-session.loader.ts';
import { AmaSessionQuery } from './session/ama-session.query.ts';
import { AmaSessionResolver } from './session/ama-session.resolver.ts';
import { AmaSessionService } from './session/ama-session.service.ts';
import { SessionCalls } from './session/session-calls.ts';

@Module({
  imports: [IdentityModule, CommunitiesModule, ConversationsModule, NotificationsModule, SearchModule, FeedModule],
  controllers: [AmaCalendarController],
  providers: [
    AmaSessionQuery,
    AmaSessionLoader,
    AmaSessionService,
    AmaSessionResolver,
    AmaQuestionQuery,
    AmaQuestionLoader,
    AmaQuestionService,
    AmaSessionQuestionsResolver,
    AmaQuestionResolver,
    AmaAnswerQuery,
    AmaAnswerLoader,
    AmaAnswerService,
    AmaQuestionAnswerResolver,
    AmaAnswerResolver,
    BriefingQuery,
    BriefingService,
    BriefingResolver,
    AmaQuestionSubject,
    AmaSessionSubject,
    AmaQuestionsNotifications,
    AmaSessionsNotifications,
    AmaQuestionsSearch,
    SessionCalls,
    AmaInCommunities,
    AmaDrafts,
    LeadershipRealtime,
  ],
})
export class LeadershipModule {}
