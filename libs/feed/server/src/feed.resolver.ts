import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import { feedErrors } from './feed.errors.ts';
import { HomeQuery } from './home/home.query.ts';
import { LeadershipQuery } from './leadership/leadership.query.ts';
import { PostQuery } from './post/post.query.ts';
import { PostConnection, PostType } from './post/post.type.ts';

const tagForm = /^[\p{L}\p{N}_-]{1,60}$/u;

/** The lists of posts that are pages of their own. */
@SignedIn()
@Resolver(() => PostType)
export class FeedResolver {
  constructor(
    private readonly home: HomeQuery,
    private readonly leadership: LeadershipQuery,
    private readonly posts: PostQuery,
  ) {}

  @Query(() => PostConnection, { description: 'Posts of the communities joined, of the people followed and to the whole company, newest first.', complexity: pageCost })
  homeFeed(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.home.feed(viewer, pageRequest(page));
  }

  @Query(() => PostConnection, { description: 'Posts by executives, and posts that executives answered, newest first.', complexity: pageCost })
  leadershipFeed(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.leadership.feed(viewer, pageRequest(page));
  }

  @Query(() => PostConnection, { description: 'Posts with a hashtag, newest first. Errors: TAG_INVALID.', complexity: pageCost })
  tagFeed(@CurrentViewer() viewer: Viewer, @Args('tag', { description: 'With or without its #; letter case does not matter.' }) tag: string, @Args() page: PageArgs) {
    const bare = tag.replace(/^#/, '').toLowerCase();
    if (!tagForm.test(bare)) throw feedErrors.tagInvalid();
    return this.posts.byTag(viewer, bare, pageRequest(page));
  }
}
