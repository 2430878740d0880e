import { Module } from '@nestjs/common';
import { CommunitiesModule } from '@parvis/communities/server';
import { IdentityModule } from '@parvis/identity/server';
import { MediaModule } from '@parvis/media/server';
import { NotificationsModule } from '@parvis/notifications/server';
import { SearchModule } from '@parvis/search/server';
import { PeopleModule } from '@parvis/people/server';
import { CommentMedia } from './adapters/comment.media.ts';
import { CommentMediaResolver } from './adapters/comment-media.resolver.ts';
import { CommentsDrafts } from './adapters/comments.drafts.ts';
import { CommentsNotifications } from './adapters/comments.notifications.ts';
import { DraftsRealtime } from './adapters/drafts.realtime.ts';
import { CommentsEndorsable } from './adapters/comments.endorsable.ts';
import { CommentsSearch } from './adapters/comments.search.ts';
import { ReactionsNotifications } from './adapters/reactions.notifications.ts';
import { ThreadsNotifications } from './adapters/threads.notifications.ts';
import { ConversationsRealtime } from './adapters/conversations.realtime.ts';
import { AnswerQuery } from './answer/answer.query.ts';
import { AnswerResolver } from './answer/answer.resolver.ts';
import { AnswerService } from './answer/answer.service.ts';
import { AuthorQuestionQuery } from './author-question/author-question.query.ts';
import { AuthorQuestionResolver, ConversationQuestionsResolver } from './author-question/author-question.resolver.ts';
import { CommentQuery } from './comment/comment.query.ts';
import { CommentResolver } from './comment/comment.resolver.ts';
import { CommentService } from './comment/comment.service.ts';
import { ConversationLoader } from './conversation.loader.ts';
import { ConversationResolver } from './conversation.resolver.ts';
import { DraftMedia } from './draft/draft.media.ts';
import { DraftQuery } from './draft/draft.query.ts';
import { DraftResolver } from './draft/draft.resolver.ts';
import { DraftService } from './draft/draft.service.ts';
import { DraftSubjects } from './draft/draft-subjects.ts';
import { JsonObjectScalar } from './draft/json-object.scalar.ts';
import { CommentQuoteResolver, QuoteResolver } from './quote/quote.resolver.ts';
import { ReactionQuery } from './reaction/reaction.query.ts';
import { ReactionResolver } from './reaction/reaction.resolver.ts';
import { ReactionService } from './reaction/reaction.service.ts';
import { ReactorQuery } from './reaction/reactor.query.ts';
import { CommentReactorsResolver, ConversationReactorsResolver, ReactorResolver } from './reaction/reactor.resolvers.ts';
import { CommunityNames } from './rich-text/community-names.ts';
import { RichTextScalar } from './rich-text/rich-text.scalar.ts';
import { Subjects } from './subject/subjects.ts';
import { ThreadQuery } from './thread/thread.query.ts';
import { ThreadResolver } from './thread/thread.resolver.ts';
import { ThreadService } from './thread/thread.service.ts';

@Module({
  imports: [IdentityModule, MediaModule, PeopleModule, CommunitiesModule, NotificationsModule, SearchModule],
  providers: [
    Subjects,
    RichTextScalar,
    CommunityNames,
    CommentQuery,
    CommentService,
    CommentResolver,
    CommentMedia,
    CommentMediaResolver,
    CommentQuoteResolver,
    QuoteResolver,
    AnswerQuery,
    AnswerService,
    AnswerResolver,
    AuthorQuestionQuery,
    AuthorQuestionResolver,
    ConversationQuestionsResolver,
    ThreadQuery,
    ThreadService,
    ThreadResolver,
    ReactionQuery,
    ReactionService,
    ReactionResolver,
    ReactorQuery,
    ReactorResolver,
    ConversationReactorsResolver,
    CommentReactorsResolver,
    DraftSubjects,
    DraftQuery,
    DraftMedia,
    DraftService,
    DraftResolver,
    JsonObjectScalar,
    ConversationLoader,
    ConversationResolver,
    CommentsDrafts,
    CommentsEndorsable,
    CommentsSearch,
    CommentsNotifications,
    ThreadsNotifications,
    ReactionsNotifications,
    ConversationsRealtime,
    DraftsRealtime,
  ],
  exports: [CommunityNames, Subjects, DraftService, DraftSubjects, CommentQuery, ThreadQuery, ThreadService],
})
export class ConversationsModule {}
