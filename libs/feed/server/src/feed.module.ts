import { Module } from '@nestjs/common';
import { CommunitiesModule } from '@parvis/communities/server';
import { ConversationsModule } from '@parvis/conversations/server';
import { IdentityModule } from '@parvis/identity/server';
import { PeopleModule } from '@parvis/people/server';
import { SearchModule } from '@parvis/search/server';
import { FeedRealtime } from './adapters/feed.realtime.ts';
import { PostSubject } from './adapters/post.subject.ts';
import { CommunityPostsResolver, PersonPostsResolver } from './adapters/posts-of.resolvers.ts';
import { PostsInCommunities } from './adapters/posts.community-content.ts';
import { PostsSearch } from './adapters/posts.search.ts';
import { FeedResolver } from './feed.resolver.ts';
import { PostKinds } from './kind/post-kind.ts';
import { HomeQuery } from './home/home.query.ts';
import { LeadershipQuery } from './leadership/leadership.query.ts';
import { PostRevisionLoader } from './post/post-revision.loader.ts';
import { PostQuery } from './post/post.query.ts';
import { PostResolver } from './post/post.resolver.ts';
import { PostService } from './post/post.service.ts';
import { QuestionKind } from './question/question.kind.ts';
import { QuestionQuery } from './question/question.query.ts';
import { QuestionResolver, QuestionsResolver } from './question/question.resolver.ts';

@Module({
  imports: [IdentityModule, PeopleModule, CommunitiesModule, ConversationsModule, SearchModule],
  providers: [
    PostQuery,
    PostService,
    PostResolver,
    PostRevisionLoader,
    PostKinds,
    QuestionKind,
    QuestionQuery,
    QuestionsResolver,
    QuestionResolver,
    HomeQuery,
    LeadershipQuery,
    FeedResolver,
    CommunityPostsResolver,
    PersonPostsResolver,
    PostSubject,
    PostsSearch,
    PostsInCommunities,
    FeedRealtime,
  ],
  exports: [PostQuery],
})
export class FeedModule {}
