import type { Domain } from '@parvis/platform/server';
import { FeedModule } from './feed.module.ts';
import { Feed1764000007000 } from './migrations/1764000007000-feed.migration.ts';
import { Questions1764103000000 } from './migrations/1764103000000-questions.migration.ts';
import { PostRevisionEntity } from './post/post-revision.entity.ts';
import { PostEntity } from './post/post.entity.ts';

export const feedDomain: Domain = {
  name: 'feed',
  module: FeedModule,
  entities: [PostEntity, PostRevisionEntity],
  migrations: [Feed1764000007000, Questions1764103000000],
};
