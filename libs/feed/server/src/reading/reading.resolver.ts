import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { FeedSourceEnum } from '../home/feed.type.ts';
import type { FeedSource } from '../home/feed-source.ts';
import { ReadingQuery } from './reading.query.ts';
import { ReadingService } from './reading.service.ts';
import { FeedPositionType, MarkPostsReadInput } from './reading.type.ts';

const ofSource = { type: () => FeedSourceEnum, description: 'Which feed.' };

@SignedIn()
@Resolver(() => FeedPositionType)
export class ReadingResolver {
  constructor(
    private readonly query: ReadingQuery,
    private readonly service: ReadingService,
  ) {}

  @Query(() => FeedPositionType, { nullable: true, description: 'Where the viewer stopped in a feed; null when they were never there, or more than 90 days ago.' })
  feedPosition(@CurrentViewer() viewer: Viewer, @Args('source', ofSource) source: FeedSource) {
    return this.query.position(viewer, source);
  }

  @Mutation(() => Boolean, {
    description: 'Marks posts as read, for the viewer alone: they leave « what I missed », and the feed opens where they stopped. Errors: POSTS_MARKED_TOO_MANY, ID_INVALID.',
  })
  async markPostsRead(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Which posts.' }) input: MarkPostsReadInput): Promise<boolean> {
    await this.service.mark(viewer, input);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Everything published so far in a feed counts as read, for the viewer alone.' })
  async markFeedRead(@CurrentViewer() viewer: Viewer, @Args('source', ofSource) source: FeedSource): Promise<boolean> {
    await this.service.markAll(viewer, source);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Erases every read mark and position of the viewer.' })
  async forgetReading(@CurrentViewer() viewer: Viewer): Promise<boolean> {
    await this.service.forget(viewer);
    return true;
  }
}
