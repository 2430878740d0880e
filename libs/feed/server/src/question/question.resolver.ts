import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommentType } from '@parvis/conversations/server';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { checkedId, PageArgs, pageCost, pageRequest, perViewer, searchWords, SignedIn } from '@parvis/platform/server';
import type { PostEntity } from '../post/post.entity.ts';
import { PostConnection, PostType } from '../post/post.type.ts';
import { AskingExperts, type AskExpertsAfter } from './asking-experts.ts';
import { QuestionQuery } from './question.query.ts';
import { AskExpertsAfterEnum, QuestionType } from './question.type.ts';

const communityId = { type: () => ID, nullable: true, description: 'A community’s UUID. Errors: ID_INVALID.' };

/** Lists of questions, and Post.question. */
@SignedIn()
@Resolver(() => PostType)
export class QuestionsResolver {
  constructor(
    private readonly query: QuestionQuery,
    private readonly experts: AskingExperts,
  ) {}

  @Query(() => AskExpertsAfterEnum, { nullable: true, description: 'After how long without an answer those who seem to know are asked where the asker says nothing; null: nobody is ever asked here.' })
  askExpertsAfterUsually(): AskExpertsAfter | null {
    return this.experts.usual;
  }

  @Query(() => PostConnection, { description: 'Questions that the viewer may read, newest first.', complexity: pageCost })
  questions(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('communityId', communityId) community?: string | null,
    @Args('unanswered', { type: () => Boolean, nullable: true, description: 'True: only those without an accepted answer.' }) unanswered?: boolean | null,
  ) {
    const filter = { communityId: community ? checkedId('communityId', community) : null, unanswered: unanswered ?? false };
    return this.query.list(viewer, filter, pageRequest(page));
  }

  @Query(() => [PostType], {
    description: 'At most five questions that ask nearly the same, best first: to be shown to somebody who is about to ask.',
    complexity: ({ childComplexity }) => 1 + 5 * childComplexity,
  })
  similarQuestions(
    @CurrentViewer() viewer: Viewer,
    @Args('text', { description: 'The question as far as it is written, in French or in English; its first 200 characters count.' }) text: string,
    @Args('communityId', communityId) community?: string | null,
  ) {
    const words = searchWords(text);
    return words ? this.query.similar(viewer, words, community ? checkedId('communityId', community) : null) : [];
  }

  @ResolveField(() => QuestionType, { nullable: true, description: 'What only a question has; null for other kinds.' })
  question(@Parent() post: PostEntity): QuestionType | null {
    return post.kind === 'question' ? { postId: post.id } : null;
  }
}

@SignedIn()
@Resolver(() => QuestionType)
export class QuestionResolver {
  private readonly accepted;

  constructor(query: QuestionQuery) {
    this.accepted = perViewer((viewer: Viewer, ids: readonly string[]) => query.acceptedAnswers(viewer, ids));
  }

  @ResolveField(() => Boolean, { description: 'Whether an answer was accepted.' })
  async isAnswered(@Parent() question: QuestionType, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return (await this.accepted(viewer).load(question.postId)) !== null;
  }

  @ResolveField(() => CommentType, { nullable: true, description: 'The answer that the asker or an animator accepted.' })
  acceptedAnswer(@Parent() question: QuestionType, @CurrentViewer() viewer: Viewer) {
    return this.accepted(viewer).load(question.postId);
  }
}
