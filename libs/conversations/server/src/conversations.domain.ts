import type { Domain } from '@parvis/platform/server';
import { CommentRevisionEntity } from './comment/comment-revision.entity.ts';
import { CommentEntity } from './comment/comment.entity.ts';
import { ConversationsModule } from './conversations.module.ts';
import { Conversations1764000006000 } from './migrations/1764000006000-conversations.migration.ts';
import { CommentsSearch1764107001000 } from './migrations/1764107001000-comments-search.migration.ts';
import { ReactionEntity } from './reaction/reaction.entity.ts';

export const conversationsDomain: Domain = {
  name: 'conversations',
  module: ConversationsModule,
  entities: [CommentEntity, CommentRevisionEntity, ReactionEntity],
  migrations: [Conversations1764000006000, CommentsSearch1764107001000],
};
