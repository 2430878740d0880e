import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { SkillLoader, SkillType } from '@parvis/people/server';
import { PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import { HandoverQuery, type Handover, type HandoverTopic } from './handover.query.ts';
import { HandoverService } from './handover.service.ts';
import { HandoverConnection, HandoverTopicType, HandoverType } from './handover.type.ts';

const leaverId = { type: () => ID, description: 'The UUID of whoever left. Errors: ID_INVALID.' };
const key = { description: 'The topic, by its `key`.' };

@SignedIn()
@Resolver(() => HandoverType)
export class HandoverResolver {
  constructor(
    private readonly handovers: HandoverQuery,
    private readonly service: HandoverService,
    private readonly people: PersonLoader,
  ) {}

  @Query(() => HandoverConnection, { description: 'Colleagues who left in the last 90 days and may have topics to hand over, whoever left last first. Errors: PAGE_TOO_LARGE, CURSOR_INVALID.', complexity: pageCost })
  expertHandovers(@Args() page: PageArgs) {
    return this.handovers.list(pageRequest(page));
  }

  @Query(() => Boolean, { description: 'Whether there is a topic in `expertHandovers` that the viewer may see.', complexity: 20 })
  hasExpertHandovers(@CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.handovers.hasAny(viewer);
  }

  @Mutation(() => HandoverTopicType, { description: 'Takes a topic over: it comes under what the viewer may be asked about, and their name stands with it. Again changes nothing. Errors: HANDOVER_NOT_FOUND, TOO_MANY_ITEMS.' })
  takeOverTopic(@CurrentViewer() viewer: Viewer, @Args('leaverId', leaverId) leaver: string, @Args('key', key) topic: string): Promise<HandoverTopic> {
    return this.service.take(viewer, leaver, topic);
  }

  @Mutation(() => HandoverTopicType, {
    nullable: true,
    description: 'Takes that back; what taking it over put under what the viewer may be asked about goes from there. What was not taken stays. Null when the viewer does not see the topic any more. Errors: ID_INVALID.',
  })
  giveTopicBack(@CurrentViewer() viewer: Viewer, @Args('leaverId', leaverId) leaver: string, @Args('key', key) topic: string): Promise<HandoverTopic | null> {
    return this.service.giveBack(viewer, leaver, topic);
  }

  @ResolveField(() => PersonType, { description: 'Whoever left.' })
  person(@Parent() { id }: Handover, @CurrentViewer() viewer: Viewer): Promise<PersonEntity> {
    return this.people.required(viewer, id);
  }

  @ResolveField(() => [HandoverTopicType], { description: 'What they knew about, 10 at most, what most shows it first; empty when the viewer may see none of it.', complexity: ({ childComplexity }) => 20 + 3 * childComplexity })
  topics(@Parent() { id }: Handover, @CurrentViewer() viewer: Viewer): Promise<HandoverTopic[]> {
    return this.handovers.topicsOf(viewer, id);
  }
}

@SignedIn()
@Resolver(() => HandoverTopicType)
export class HandoverTopicResolver {
  constructor(
    private readonly people: PersonLoader,
    private readonly skills: SkillLoader,
  ) {}

  @ResolveField(() => ID, { description: 'Names it among the topics of all.' })
  id(@Parent() { leaverId: leaver, key: topic }: HandoverTopic): string {
    return `${leaver} ${topic}`;
  }

  @ResolveField(() => SkillType, { nullable: true, description: 'The skill of the taxonomy that it is; null for none.' })
  skill(@Parent() { skillId }: HandoverTopic, @CurrentViewer() viewer: Viewer) {
    return skillId ? this.skills.required(viewer, skillId) : null;
  }

  @ResolveField(() => [PersonType], { description: 'Who has taken it over, in that order.' })
  takers(@Parent() { takerIds }: HandoverTopic, @CurrentViewer() viewer: Viewer): Promise<PersonEntity[]> {
    return Promise.all(takerIds.map((id) => this.people.required(viewer, id)));
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer is one of them.' })
  viewerTook(@Parent() { takerIds }: HandoverTopic, @CurrentViewer() viewer: Viewer): boolean {
    return takerIds.includes(viewer.personId);
  }
}
