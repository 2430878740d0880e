import type { Domain } from '@parvis/platform/server';
import { FeedModule } from './feed.module.ts';
import { kindEntities, kindMigrations } from './kind/kinds.schema.ts';
import { Feed1764000007000 } from './migrations/1764000007000-feed.migration.ts';
import { MutesSavedAndTags1764106000000 } from './migrations/1764106000000-mutes-saved-and-tags.migration.ts';
import { Reading1764106001000 } from './migrations/1764106001000-reading.migration.ts';
import { PostsSearch1764107002000 } from './migrations/1764107002000-posts-search.migration.ts';
import { WrittenBy1764108300000 } from './migrations/1764108300000-written-by.migration.ts';
import { ScheduledPosts1764110000000 } from './migrations/1764110000000-scheduled-posts.migration.ts';
import { TagSuggestions1764121100000 } from './migrations/1764121100000-tag-suggestions.migration.ts';
import { QuestionTakeover1764193100000 } from './migrations/1764193100000-question-takeover.migration.ts';
import { QuestionTakeoverEntity } from './question/question-takeover.entity.ts';
import { MuteEntity } from './mute/mute.entity.ts';
import { PostRevisionEntity } from './post/post-revision.entity.ts';
import { PostEntity } from './post/post.entity.ts';
import { FeedPositionEntity } from './reading/feed-position.entity.ts';
import { PostReadEntity } from './reading/post-read.entity.ts';
import { SavedPostEntity } from './saved/saved-post.entity.ts';
import { ScheduledPostEntity } from './schedule/scheduled-post.entity.ts';
import { PostTagEntity } from './tag/post-tag.entity.ts';
import { TagFollowEntity } from './tag/tag-follow.entity.ts';

export const feedDomain: Domain = {
  name: 'feed',
  module: FeedModule,
  entities: [PostEntity, PostRevisionEntity, ...kindEntities, MuteEntity, SavedPostEntity, PostTagEntity, TagFollowEntity, PostReadEntity, FeedPositionEntity, ScheduledPostEntity, QuestionTakeoverEntity],
  migrations: [Feed1764000007000, ...kindMigrations, MutesSavedAndTags1764106000000, Reading1764106001000, PostsSearch1764107002000, WrittenBy1764108300000, ScheduledPosts1764110000000, TagSuggestions1764121100000, QuestionTakeover1764193100000],
};
