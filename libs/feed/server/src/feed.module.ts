import { Module } from '@nestjs/common';
import { CommunitiesModule } from '@parvis/communities/server';
import { ConversationsModule } from '@parvis/conversations/server';
import { IdentityModule } from '@parvis/identity/server';
import { MediaModule } from '@parvis/media/server';
import { NotificationsModule } from '@parvis/notifications/server';
import { PeopleModule } from '@parvis/people/server';
import { SearchModule } from '@parvis/search/server';
import { EventsNotifications } from './adapters/events.notifications.ts';
import { FeedRealtime } from './adapters/feed.realtime.ts';
import { PostMediaResolver } from './adapters/post-media.resolver.ts';
import { PostMedia } from './adapters/post.media.ts';
import { QuestionLegacy } from './question/question.legacy.ts';
import { PostSubject } from './adapters/post.subject.ts';
import { CommunityPostsResolver, PersonPostsResolver } from './adapters/posts-of.resolvers.ts';
import { PostsForBreakGlass } from './adapters/posts.break-glass.ts';
import { PostsInCommunities } from './adapters/posts.community-content.ts';
import { PostsContributions } from './adapters/posts.contributions.ts';
import { PostsDrafts } from './adapters/posts.drafts.ts';
import { PostsNotifications } from './adapters/posts.notifications.ts';
import { PostsEndorsable } from './adapters/posts.endorsable.ts';
import { PostsSearch } from './adapters/posts.search.ts';
import { ScheduledPostsNotifications } from './adapters/scheduled-posts.notifications.ts';
import { EventController } from './event/event.controller.ts';
import { kindProviders } from './kind/kinds.providers.ts';
import { FactsQuery } from './home/facts.query.ts';
import { FeedResolver } from './home/feed.resolver.ts';
import { HomeQuery } from './home/home.query.ts';
import { MissedQuery } from './home/missed.query.ts';
import { ReasonsLoader } from './home/reasons.loader.ts';
import { MuteQuery } from './mute/mute.query.ts';
import { MuteResolver } from './mute/mute.resolver.ts';
import { MuteService } from './mute/mute.service.ts';
import { PostRevisionLoader } from './post/post-revision.loader.ts';
import { PostQuery } from './post/post.query.ts';
import { PostResolver } from './post/post.resolver.ts';
import { PostWriter } from './post/post-writer.ts';
import { PostService } from './post/post.service.ts';
import { AskingExperts } from './question/asking-experts.ts';
import { ReadingQuery } from './reading/reading.query.ts';
import { ReadingResolver } from './reading/reading.resolver.ts';
import { ReadingService } from './reading/reading.service.ts';
import { SavedLoader } from './saved/saved.loader.ts';
import { SavedQuery } from './saved/saved.query.ts';
import { SavedResolver } from './saved/saved.resolver.ts';
import { SavedService } from './saved/saved.service.ts';
import { PublishScheduledPosts } from './schedule/publish-scheduled-posts.ts';
import { ScheduledPostMedia } from './schedule/scheduled-post.media.ts';
import { ScheduledPostQuery } from './schedule/scheduled-post.query.ts';
import { ScheduledPostResolver } from './schedule/scheduled-post.resolver.ts';
import { ScheduledPostService } from './schedule/scheduled-post.service.ts';
import { TagLoader } from './tag/tag.loader.ts';
import { TagQuery } from './tag/tag.query.ts';
import { TagResolver } from './tag/tag.resolver.ts';
import { TagService } from './tag/tag.service.ts';

@Module({
  imports: [IdentityModule, MediaModule, PeopleModule, CommunitiesModule, ConversationsModule, NotificationsModule, SearchModule],
  controllers: [EventController],
  providers: [
    PostQuery,
    PostService,
    PostWriter,
    PostResolver,
    PostMedia,
    PostMediaResolver,
    PostRevisionLoader,
    ...kindProviders,
    HomeQuery,
    MissedQuery,
    FactsQuery,
    ReasonsLoader,
    FeedResolver,
    MuteQuery,
    MuteService,
    MuteResolver,
    SavedQuery,
    SavedService,
    SavedLoader,
    SavedResolver,
    ReadingQuery,
    ReadingService,
    ReadingResolver,
    ScheduledPostQuery,
    ScheduledPostService,
    ScheduledPostMedia,
    PublishScheduledPosts,
    ScheduledPostResolver,
    TagQuery,
    TagService,
    TagLoader,
    TagResolver,
    CommunityPostsResolver,
    PersonPostsResolver,
    PostSubject,
    QuestionLegacy,
    PostsContributions,
    PostsDrafts,
    PostsEndorsable,
    PostsSearch,
    PostsNotifications,
    EventsNotifications,
    ScheduledPostsNotifications,
    PostsForBreakGlass,
    PostsInCommunities,
    FeedRealtime,
  ],
  exports: [PostQuery, MuteQuery, AskingExperts],
})
export class FeedModule {}
