import { Args, ArgsType, Field, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { checkedId, PageArgs, pageCost, pageRequest, Retention, SignedIn } from '@parvis/platform/server';
import { keptPositions, marksKeptDays } from '../reading/reading.service.ts';
import type { FeedSource } from './feed-source.ts';
import { FeedConnection, FeedEdgeType, FeedFormulaType, FeedOrderEnum, FeedReasonType, FeedSourceEnum, type FeedOrder, type FeedPage } from './feed.type.ts';
import { HomeQuery } from './home.query.ts';
import { MissedQuery } from './missed.query.ts';
import { ReasonsLoader } from './reasons.loader.ts';
import { formula, halfLifeDays, missedCandidates, missedWindowDays, type Reason, type ReasonCode } from './score.ts';

@ArgsType()
class FeedArgs extends PageArgs {
  @Field(() => FeedSourceEnum, { description: 'Where the posts come from.' })
  source!: FeedSource;

  @Field(() => FeedOrderEnum, { defaultValue: 'newest', description: 'In which order.' })
  order!: FeedOrder;

  @Field(() => ID, { nullable: true, description: 'UUID of a post: the newest-first order begins there, which is how one reads on where one stopped. Errors: ID_INVALID.' })
  from?: string | null;
}

/** The feeds, and why each post is in them. */
@SignedIn()
@Resolver(() => FeedEdgeType)
export class FeedResolver {
  constructor(
    private readonly home: HomeQuery,
    private readonly missed: MissedQuery,
    private readonly reasons: ReasonsLoader,
    private readonly retention: Retention,
  ) {}

  @Query(() => FeedConnection, { description: 'One of the viewer’s feeds. Nothing in it depends on what they clicked on or for how long they looked. Errors: PAGE_TOO_LARGE, CURSOR_INVALID.', complexity: pageCost })
  feed(@CurrentViewer() viewer: Viewer, @Args() { source, order, from, ...page }: FeedArgs): Promise<FeedPage> {
    if (order === 'missed') return this.missed.feed(viewer, pageRequest(page), source);
    return this.home.feed(viewer, pageRequest(page), source, from ? checkedId('from', from) : null);
  }

  @Query(() => FeedFormulaType, { description: 'How « what I missed » ranks posts, and how long reading marks are kept.' })
  feedFormula(): FeedFormulaType {
    const parts = Object.entries(formula).map(([code, worth]) => ({ code: code as ReasonCode, ...worth }));
    return { parts, halfLifeDays, windowDays: missedWindowDays, candidates: missedCandidates, positionKeptDays: this.retention.daysOf(keptPositions), marksKeptDays };
  }

  @ResolveField(() => [FeedReasonType], { description: 'Why the viewer sees it; in the order MISSED, the parts of its rank.' })
  why(@Parent() { node, reasons }: FeedPage['edges'][number], @CurrentViewer() viewer: Viewer): Reason[] | Promise<Reason[]> {
    return reasons ?? this.reasons.load(viewer, node.id);
  }
}
