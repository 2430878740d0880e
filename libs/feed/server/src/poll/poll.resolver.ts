import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { PersonConnection } from '@parvis/people/server';
import { PageArgs, pageRequest, perParentPageCost, perViewer, SignedIn } from '@parvis/platform/server';
import type { PostEntity } from '../post/post.entity.ts';
import { PostType } from '../post/post.type.ts';
import { canVote, isClosed, showsResults } from './poll.policy.ts';
import { PollQuery, type PollOptionView, type PollView } from './poll.query.ts';
import { PollService } from './poll.service.ts';
import { PollOptionType, PollType } from './poll.type.ts';

/** Post.poll, and voting. */
@SignedIn()
@Resolver(() => PostType)
export class PostPollResolver {
  private readonly polls;

  constructor(
    query: PollQuery,
    private readonly service: PollService,
  ) {
    this.polls = perViewer((viewer: Viewer, ids: readonly string[]) => query.ofPosts(viewer, ids));
  }

  @ResolveField(() => PollType, { nullable: true, description: 'What only a poll has; null for other kinds.' })
  poll(@Parent() post: PostEntity, @CurrentViewer() viewer: Viewer): Promise<PollView | null> | null {
    return post.kind === 'poll' ? this.polls(viewer).load(post.id) : null;
  }

  @Mutation(() => PostType, {
    description: 'Votes; by name, instead of what the viewer chose before. Errors: ID_INVALID, SUBJECT_NOT_FOUND, SUBJECT_CLOSED, POST_NOT_FOUND, POLL_CLOSED, POLL_CHOICE_INVALID, POLL_VOTED_ALREADY.',
  })
  votePoll(
    @CurrentViewer() viewer: Viewer,
    @Args('postId', { type: () => ID, description: 'The poll’s UUID.' }) postId: string,
    @Args('optionIds', { type: () => [ID], description: 'What is chosen: one option, or several where several may be.' }) optionIds: string[],
  ): Promise<PostEntity> {
    return this.service.vote(viewer, { postId, optionIds });
  }
}

@SignedIn()
@Resolver(() => PollType)
export class PollResolver {
  @ResolveField(() => Boolean, { description: 'Whether voting has ended.' })
  isClosed(@Parent() poll: PollView): boolean {
    return isClosed(poll);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may vote now, or vote anew.' })
  viewerCanVote(@Parent() poll: PollView): boolean {
    return canVote(poll);
  }

  @ResolveField(() => Boolean, { description: 'Whether the results are shown to the viewer: once they have voted, or at the close; those of an anonymous poll from three votes on.' })
  viewerSeesResults(@Parent() poll: PollView): boolean {
    return showsResults(poll);
  }
}

@SignedIn()
@Resolver(() => PollOptionType)
export class PollOptionResolver {
  constructor(private readonly query: PollQuery) {}

  @ResolveField(() => PersonConnection, { description: 'Who chose it, by surname; empty in an anonymous poll, and as long as the results are not shown.', complexity: perParentPageCost })
  voters(@Parent() option: PollOptionView, @CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.voters(viewer, option, pageRequest(page));
  }
}
