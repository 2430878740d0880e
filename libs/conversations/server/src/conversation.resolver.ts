import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import { CommentQuery } from './comment/comment.query.ts';
import { CommentConnection } from './comment/comment.type.ts';
import { ConversationLoader } from './conversation.loader.ts';
import { ConversationType } from './conversation.type.ts';
import { ReactionCount, ReactionKindEnum } from './reaction/reaction.type.ts';

@SignedIn()
@Resolver(() => ConversationType)
export class ConversationResolver {
  constructor(
    private readonly loader: ConversationLoader,
    private readonly query: CommentQuery,
  ) {}

  @ResolveField(() => Int, { description: 'How many comments there are.' })
  commentCount(@Parent() conversation: ConversationType, @CurrentViewer() viewer: Viewer): Promise<number> {
    return this.loader.commentCount(viewer, conversation.id);
  }

  @ResolveField(() => CommentConnection, { description: 'Comments, oldest first.', complexity: pageCost })
  async comments(@Parent() conversation: ConversationType, @CurrentViewer() viewer: Viewer, @Args() args: PageArgs) {
    const page = pageRequest(args);
    const [rows, totalCount] = await Promise.all([this.loader.commentRows(viewer, conversation.id, page), this.loader.commentCount(viewer, conversation.id)]);
    return this.query.toConnection(rows, page, totalCount);
  }

  @ResolveField(() => [ReactionCount], { description: 'By kind; kinds that nobody chose are left out.' })
  async reactions(@Parent() conversation: ConversationType, @CurrentViewer() viewer: Viewer) {
    return (await this.loader.reactionSummary(viewer, conversation.id)).reactions;
  }

  @ResolveField(() => ReactionKindEnum, { nullable: true, description: 'The viewer’s own reaction; null for none.' })
  async viewerReaction(@Parent() conversation: ConversationType, @CurrentViewer() viewer: Viewer) {
    return (await this.loader.reactionSummary(viewer, conversation.id)).viewerReaction;
  }
}
