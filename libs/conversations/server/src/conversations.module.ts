import { Module } from '@nestjs/common';
import { CommunitiesModule } from '@parvis/communities/server';
import { IdentityModule } from '@parvis/identity/server';
import { SearchModule } from '@parvis/search/server';
import { CommentsSearch } from './adapters/comments.search.ts';
import { ConversationsRealtime } from './adapters/conversations.realtime.ts';
import { CommentQuery } from './comment/comment.query.ts';
import { CommentResolver } from './comment/comment.resolver.ts';
import { CommentService } from './comment/comment.service.ts';
import { ConversationLoader } from './conversation.loader.ts';
import { ConversationResolver } from './conversation.resolver.ts';
import { ReactionQuery } from './reaction/reaction.query.ts';
import { ReactionResolver } from './reaction/reaction.resolver.ts';
import { ReactionService } from './reaction/reaction.service.ts';
import { CommunityNames } from './rich-text/community-names.ts';
import { RichTextScalar } from './rich-text/rich-text.scalar.ts';
import { Subjects } from './subject/subjects.ts';

@Module({
  imports: [IdentityModule, CommunitiesModule, SearchModule],
  providers: [
    Subjects,
    RichTextScalar,
    CommunityNames,
    CommentQuery,
    CommentService,
    CommentResolver,
    ReactionQuery,
    ReactionService,
    ReactionResolver,
    ConversationLoader,
    ConversationResolver,
    CommentsSearch,
    ConversationsRealtime,
  ],
  exports: [Subjects, CommentQuery],
})
export class ConversationsModule {}
