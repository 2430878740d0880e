import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { EngagementRulesType } from '../catalogue/engagement-rules.resolver.ts';
import { PulseInvitations } from './pulse-invitations.ts';
import { answersOf, type PulseResult } from './pulse-results.ts';
import { PULSE_IS_ON, pulseRules } from './pulse-rules.ts';
import { PulseQuery } from './pulse.query.ts';
import { EngagementPulseType, PulseAnswerInput, PulseQuestionType, PulseResultType, PulseRulesType } from './pulse.type.ts';

@SignedIn()
@Resolver(() => EngagementPulseType)
export class PulseResolver {
  constructor(
    private readonly invitations: PulseInvitations,
    private readonly query: PulseQuery,
    @Inject(PULSE_IS_ON) private readonly isOn: boolean,
  ) {}

  @Query(() => PulseQuestionType, { nullable: true, description: 'What the viewer is asked; null: nothing, or not any more.' })
  async pulseQuestion(@CurrentViewer() viewer: Viewer): Promise<PulseQuestionType | null> {
    const until = await this.invitations.openUntil(viewer);
    return until === null ? null : { until, rules: rulesOf(this.isOn) };
  }

  // One mutation for both, so that no record of requests tells who answered.
  @Mutation(() => Boolean, {
    description: 'Answers what one is asked, or declines where `answer` is left out; true. Sent again with the same key it counts once. Errors: ENGAGEMENT_PULSE_CLOSED, TEXT_TOO_LONG, ID_INVALID.',
  })
  async replyToPulse(
    @Args('key', { type: () => ID, description: 'A UUID that the client makes for this reply, kept when it is sent again.' }) key: string,
    @Args('answer', { type: () => PulseAnswerInput, nullable: true, description: 'Left out: one would rather not.' }) answer: PulseAnswerInput | null,
    @CurrentViewer() viewer: Viewer,
  ): Promise<boolean> {
    await this.invitations.reply(viewer, key, answer ? { choice: answer.choice, sentence: answer.sentence ?? null } : null);
    return true;
  }

  @Query(() => EngagementPulseType, {
    description: 'What a sample of those who use Parvis would say if it stopped, for HR alone. Errors: FORBIDDEN.',
    complexity: ({ childComplexity }) => 100 + childComplexity,
  })
  async engagementPulse(@CurrentViewer() viewer: Viewer): Promise<EngagementPulseType> {
    const { results, since } = await this.query.results(viewer);
    return { since, rules: rulesOf(this.isOn), results: results.map((result) => ({ ...sharesOf(result), sentences: result.sentences })) };
  }
}

/** EngagementRules.pulse. */
@SignedIn()
@Resolver(() => EngagementRulesType)
export class PulseRulesResolver {
  constructor(@Inject(PULSE_IS_ON) private readonly isOn: boolean) {}

  @ResolveField(() => PulseRulesType, { description: 'What holds for the anonymous pulse.' })
  pulse(): PulseRulesType {
    return rulesOf(this.isOn);
  }
}

const rulesOf = (isOn: boolean): PulseRulesType => ({ isOn, ...pulseRules });

function sharesOf(result: PulseResult): Omit<PulseResultType, 'sentences'> {
  const answers = answersOf(result);
  const share = (number: number): number => Math.round((number / answers) * 10_000) / 10_000;
  return { from: result.from, to: result.to, asked: result.asked, answers, very: share(result.very), somewhat: share(result.somewhat), notAtAll: share(result.notAtAll) };
}
