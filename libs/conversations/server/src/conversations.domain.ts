import type { Domain } from '@parvis/platform/server';
import { CommentVoteEntity } from './answer/comment-vote.entity.ts';
import { CommentRevisionEntity } from './comment/comment-revision.entity.ts';
import { CommentEntity } from './comment/comment.entity.ts';
import { ConversationsModule } from './conversations.module.ts';
import { DraftEntity } from './draft/draft.entity.ts';
import { AuthorQuestions1764149000000 } from './migrations/1764149000000-author-questions.migration.ts';
import { Conversations1764000006000 } from './migrations/1764000006000-conversations.migration.ts';
import { CommentsSearch1764107001000 } from './migrations/1764107001000-comments-search.migration.ts';
import { Drafts1764120000000 } from './migrations/1764120000000-drafts.migration.ts';
import { Threads1764104000000 } from './migrations/1764104000000-threads.migration.ts';
import { WrittenByPerson1764171100000 } from './migrations/1764171100000-written-by-person.migration.ts';
import { ReactionEntity } from './reaction/reaction.entity.ts';
import { ThreadFollowEntity } from './thread/thread-follow.entity.ts';

export const conversationsDomain: Domain = {
  name: 'conversations',
  module: ConversationsModule,
  entities: [CommentEntity, CommentRevisionEntity, CommentVoteEntity, ReactionEntity, ThreadFollowEntity, DraftEntity],
  migrations: [Conversations1764000006000, Threads1764104000000, CommentsSearch1764107001000, Drafts1764120000000, AuthorQuestions1764149000000, WrittenByPerson1764171100000],
};
