import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PostQuery } from '@parvis/feed/server';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { BriefingService } from './briefing.service.ts';
import { ExecutiveBriefingType } from './briefing.type.ts';
import { maxItems } from './choice.ts';

@SignedIn()
@Resolver(() => ExecutiveBriefingType)
export class BriefingResolver {
  constructor(
    private readonly service: BriefingService,
    private readonly posts: PostQuery,
  ) {}

  @Query(() => ExecutiveBriefingType, {
    description: 'What is worth a reaction or an answer of the executive today, chosen once a day. Errors: FORBIDDEN unless executive.',
    complexity: ({ childComplexity }) => 100 + maxItems * childComplexity,
  })
  async executiveBriefing(@CurrentViewer() viewer: Viewer): Promise<ExecutiveBriefingType> {
    const { day, rows } = await this.service.today(viewer);
    // Chosen this morning, deleted or out of sight since: it is not there any more.
    const posts = await this.posts.byIds(viewer, rows.map(({ postId }) => postId));
    const items = rows.flatMap(({ postId, reasons, isDone }) => {
      const post = posts.get(postId);
      return post ? [{ id: postId, post, reasons, isDone }] : [];
    });
    return { day, items };
  }

  @Mutation(() => ID, { description: '« Not for me »: sets a post aside, for good; returns its UUID. Errors: FORBIDDEN unless executive, ID_INVALID, BRIEFING_POST_NOT_FOUND.' })
  setBriefingItemAside(@CurrentViewer() viewer: Viewer, @Args('postId', { type: () => ID, description: 'UUID.' }) postId: string): Promise<string> {
    return this.service.setAside(viewer, postId);
  }
}
