import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { SignedIn } from '@parvis/platform/server';
import { defaultWeights, EXPERT_WEIGHTS, type ExpertWeights } from '../finding/expert-weights.ts';
import { EXPERT_REQUESTS, type RequestSettings } from '../request/request-settings.ts';
import { exampleOf } from './expert-example.ts';
import { ExpertFormulaType } from './expert-formula.type.ts';

/** The formula as it is applied: whoever is proposed, and to whom, may know why. */
@SignedIn()
@Resolver(() => ExpertFormulaType)
export class ExpertFormulaResolver {
  constructor(
    @Inject(EXPERT_WEIGHTS) private readonly weights: ExpertWeights,
    @Inject(EXPERT_REQUESTS) private readonly requests: RequestSettings,
  ) {}

  @Query(() => ExpertFormulaType, { description: 'How people who seem to know are ranked, with the weights that hold now and an example computed with them.' })
  expertFormula(): ExpertFormulaType {
    const names = Object.keys(defaultWeights) as (keyof ExpertWeights)[];
    return { weights: names.map((name) => ({ name, value: this.weights[name], usual: defaultWeights[name] })), weeklyRequests: this.requests.weekly, example: exampleOf(this.weights) };
  }
}
