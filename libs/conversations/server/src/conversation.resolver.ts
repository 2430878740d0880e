import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import { AuthorQuestionQuery } from './author-question/author-question.query.ts';
import { CommentQuery } from './comment/comment.query.ts';
import { CommentConnection } from './comment/comment.type.ts';
import { ConversationLoader } from './conversation.loader.ts';
import { ConversationType } from './conversation.type.ts';
import { SubjectInput } from './subject/subject.type.ts';
import { Subjects } from './subject/subjects.ts';
import { ReactionCount, ReactionKindEnum } from './reaction/reaction.type.ts';

const questionsAlone = { type: () => Boolean, defaultValue: false, description: 'Only questions to those who make the subject.' };

@SignedIn()
@Resolver(() => ConversationType)
export class ConversationResolver {
  constructor(
    private readonly loader: ConversationLoader,
    private readonly query: CommentQuery,
    private readonly subjects: Subjects,
    private readonly questions: AuthorQuestionQuery,
  ) {}

  @Query(() => ConversationType, { nullable: true, description: 'The talk about something; null when that is missing or out of sight.' })
  async conversation(@CurrentViewer() viewer: Viewer, @Args('subject', { description: 'What is talked about.' }) subject: SubjectInput): Promise<ConversationType | null> {
    return (await this.subjects.isVisible(viewer.personId, subject)) ? { id: subject.id.toLowerCase() } : null;
  }

  @ResolveField(() => Int, { description: 'How many comments there are, replies included.' })
  async commentCount(@Parent() conversation: ConversationType, @CurrentViewer() viewer: Viewer): Promise<number> {
    return (await this.loader.counts(viewer, conversation.id)).all;
  }

  @ResolveField(() => CommentConnection, { description: 'Comments of the first level: the accepted answer, then by votes, then oldest first. `totalCount` leaves out those that were deleted.', complexity: pageCost })
  async comments(@Parent() conversation: ConversationType, @CurrentViewer() viewer: Viewer, @Args() args: PageArgs, @Args('questions', questionsAlone) questions: boolean) {
    const page = pageRequest(args);
    const counted = questions ? this.questions.counts(viewer, conversation.id).then(({ all }) => all) : this.loader.counts(viewer, conversation.id).then(({ firstLevel }) => firstLevel);
    const [rows, totalCount] = await Promise.all([this.loader.commentRows(viewer, conversation.id, page, { questions }), counted]);
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
