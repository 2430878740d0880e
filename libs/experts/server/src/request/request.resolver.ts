import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AskExpertsAfterEnum, PostQuery, PostType, type AskExpertsAfter, type PostEntity } from '@parvis/feed/server';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { perViewer, SignedIn } from '@parvis/platform/server';
import { EvidenceReader, type ShownEvidence } from '../finding/evidence-reader.ts';
import { ExpertEvidenceType, ExpertSkillType } from '../finding/experts.type.ts';
import type { Evidence } from '../finding/ranking.ts';
import type { Skilled } from '../finding/skilled.query.ts';
import { EXPERT_REQUESTS, type RequestSettings } from './request-settings.ts';
import { RequestQuery, type OpenRequest } from './request.query.ts';
import { RequestService } from './request.service.ts';
import { ExpertRequestType, ExpertRoutingType } from './request.type.ts';
import { askAt, routingState } from './routing-state.ts';

const usualOpen = 5;

/** What the viewer is asked, and how they decline. */
@SignedIn()
@Resolver(() => ExpertRequestType)
export class ExpertRequestResolver {
  private readonly questions;
  private readonly evidenceOf;

  constructor(
    private readonly query: RequestQuery,
    private readonly service: RequestService,
    posts: PostQuery,
    reader: EvidenceReader,
  ) {
    this.questions = perViewer((viewer: Viewer, ids: readonly string[]) => posts.byIds(viewer, ids));
    this.evidenceOf = perViewer(async (viewer: Viewer, requests: readonly OpenRequest[]) => {
      const known = await query.evidence(viewer, requests.map(({ reasons }) => reasons));
      const shown = await reader.read([...known.values()], []);
      return new Map(requests.map((request) => [request, inOrder(request, known, shown)]));
    });
  }

  @Query(() => [ExpertRequestType], {
    description: 'The questions that were brought to the viewer and wait for them, the one whose turn ends first standing first; 50 at most.',
    complexity: ({ childComplexity }) => 1 + usualOpen * childComplexity,
  })
  expertRequests(@CurrentViewer() viewer: Viewer): Promise<OpenRequest[]> {
    return this.query.ofViewer(viewer);
  }

  @Mutation(() => ID, { description: '« Not this time »: without a reason, and nobody learns of it. Returns the UUID; for a request that is over or another’s, nothing happens. Errors: ID_INVALID.' })
  declineExpertRequest(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'UUID of the request.' }) id: string): Promise<string> {
    return this.service.decline(viewer, id);
  }

  @ResolveField(() => PostType, { description: 'What is asked.' })
  async question(@Parent() { questionId }: OpenRequest, @CurrentViewer() viewer: Viewer): Promise<PostEntity | null> {
    return this.questions(viewer).load(questionId);
  }

  @ResolveField(() => [ExpertEvidenceType], { description: 'Why the viewer was thought of: what they wrote themselves, 3 at most, as far as they may read it still.' })
  async evidence(@Parent() request: OpenRequest, @CurrentViewer() viewer: Viewer): Promise<ShownEvidence[]> {
    return (await this.evidenceOf(viewer).load(request)) ?? [];
  }

  @ResolveField(() => [ExpertSkillType], { description: 'What they say they can do of it, or are endorsed for.' })
  skilled(@Parent() { reasons }: OpenRequest): Skilled[] {
    return reasons.skilled;
  }

  @ResolveField(() => [String], { description: 'What they say one may ask them about, of what is asked, in their words.' })
  askMeAbout(@Parent() { reasons }: OpenRequest): string[] {
    return reasons.askMeAbout;
  }
}

/** On a question: what its asker sees, and what whoever is asked sees. */
@SignedIn()
@Resolver(() => PostType)
export class QuestionRoutingResolver {
  private readonly routings;
  private readonly requests;

  constructor(
    private readonly service: RequestService,
    query: RequestQuery,
    @Inject(EXPERT_REQUESTS) private readonly settings: RequestSettings,
  ) {
    this.routings = perViewer((viewer: Viewer, ids: readonly string[]) => query.routings(viewer, ids));
    this.requests = perViewer((viewer: Viewer, ids: readonly string[]) => query.aboutQuestions(viewer, ids));
  }

  @Mutation(() => PostType, {
    description:
      'After how long without an answer those who seem to know are asked, chosen by the asker; NEVER stops what is under way. Returns the question. Errors: ID_INVALID, EXPERT_QUESTION_NOT_FOUND, EXPERT_QUESTION_NOT_YOURS, EXPERT_ASKING_OVER (it is answered, closed, or three people were asked).',
  })
  askExpertsAfter(
    @CurrentViewer() viewer: Viewer,
    @Args('questionId', { type: () => ID, description: 'UUID of the question, which is a post.' }) questionId: string,
    @Args('after', { type: () => AskExpertsAfterEnum, description: 'Counted from when it was asked.' }) after: AskExpertsAfter,
  ): Promise<PostEntity> {
    return this.service.setAfter(viewer, questionId, after);
  }

  @ResolveField(() => ExpertRoutingType, { nullable: true, description: 'What becomes of it while nobody has answered; for its asker alone, null for everybody else and for other kinds of posts.' })
  async expertRouting(@Parent() post: PostEntity, @CurrentViewer() viewer: Viewer): Promise<ExpertRoutingType | null> {
    if (post.kind !== 'question' || post.authorId !== viewer.personId) return null;
    const routing = await this.routings(viewer).load(post.id);
    if (!routing) return null;
    const state = routingState(routing, new Date(), this.settings.turn);
    return { state, after: routing.afterHours, askAt: state === 'waiting' ? askAt(routing.createdAt, routing) : null };
  }

  @ResolveField(() => ExpertRequestType, { nullable: true, description: 'That it was brought to the viewer, and waits for them; null for everybody else.' })
  async expertRequest(@Parent() post: PostEntity, @CurrentViewer() viewer: Viewer): Promise<OpenRequest | null> {
    return post.kind === 'question' ? this.requests(viewer).load(post.id) : null;
  }
}

function inOrder({ reasons }: OpenRequest, known: ReadonlyMap<string, Evidence>, shown: ReadonlyMap<string, ShownEvidence>): ShownEvidence[] {
  return reasons.evidence.flatMap(({ id }) => (known.has(id) ? (shown.get(id) ?? []) : []));
}
