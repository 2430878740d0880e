import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityLoader, CommunityType } from '@parvis/communities/server';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { levelOf, SkillLevelEnum, SkillLoader, SkillType, type SkillLevel } from '@parvis/people/server';
import { SignedIn } from '@parvis/platform/server';
import type { ShownEvidence } from './evidence-reader.ts';
import { ProposalTally } from '../spread/proposal-tally.ts';
import { ExpertFinder, type ExpertProposal, type ExpertQuestion } from './expert-finder.ts';
import { ExpertEvidenceType, ExpertProposalType, ExpertSkillType } from './experts.type.ts';
import type { Skilled } from './skilled.query.ts';

/** Who knows about something. */
@SignedIn()
@Resolver(() => ExpertProposalType)
export class ExpertsResolver {
  constructor(
    private readonly finder: ExpertFinder,
    private readonly people: PersonLoader,
    private readonly tally: ProposalTally,
  ) {}

  @Query(() => [ExpertProposalType], {
    description: 'Who knows about something, by what they wrote and answered where the viewer may read, and by what they say they can do; best first, never the viewer. Nobody is told; neither the question nor who asks is kept, only how often each of the first five was proposed on that day (see `expertSpread`). Errors: TEXT_TOO_LONG, TOO_MANY_ITEMS, PAGE_TOO_LARGE.',
    complexity: ({ args, childComplexity }) => 10 + Number(args['first'] ?? 10) * childComplexity,
  })
  experts(
    @CurrentViewer() viewer: Viewer,
    @Args('text', { description: 'A question or a few words, in French or in English; the first line counts like a title. At most 10,000 characters.' }) text: string,
    @Args('tags', { type: () => [String], defaultValue: [], description: 'Hashtags beside those in the text, with or without #; at most 20, of 100 characters.' }) tags: string[],
    @Args('first', { type: () => Int, defaultValue: 10, description: 'How many people, 1 to 100.' }) first: number,
    @Args('asOf', { type: () => Date, nullable: true, description: 'As things stood at that moment, for measuring: what had been written by then. Who may be proposed is as now. Left out: now.' }) asOf?: Date | null,
  ): Promise<ExpertProposal[]> {
    return this.proposed(viewer, { text, tags, first, asOf: asOf ?? null });
  }

  private async proposed(viewer: Viewer, question: ExpertQuestion): Promise<ExpertProposal[]> {
    const proposals = await this.finder.find(viewer, question);
    if (question.asOf === null) this.tally.note(proposals.map(({ personId }) => personId));
    return proposals;
  }

  @ResolveField(() => PersonType, { description: 'Who seems to know.' })
  person(@Parent() { personId }: ExpertProposal, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, personId);
  }
}

@SignedIn()
@Resolver(() => ExpertEvidenceType)
export class ExpertEvidenceResolver {
  constructor(private readonly communities: CommunityLoader) {}

  @ResolveField(() => CommunityType, { nullable: true, description: 'Where it stands; null: written to the whole company.' })
  community(@Parent() { communityId }: ShownEvidence, @CurrentViewer() viewer: Viewer) {
    return communityId ? this.communities.byId(viewer, communityId) : null;
  }
}

@SignedIn()
@Resolver(() => ExpertSkillType)
export class ExpertSkillResolver {
  constructor(private readonly skills: SkillLoader) {}

  @ResolveField(() => SkillType, { nullable: true, description: 'The skill of the taxonomy; null for words that it does not know.' })
  skill(@Parent() { skillId }: Skilled, @CurrentViewer() viewer: Viewer) {
    return skillId ? this.skills.required(viewer, skillId) : null;
  }

  @ResolveField(() => SkillLevelEnum, { nullable: true, description: 'How well, as they say themselves; null: they do not say.' })
  level(@Parent() { level }: Skilled): SkillLevel | null {
    return levelOf(level);
  }
}
