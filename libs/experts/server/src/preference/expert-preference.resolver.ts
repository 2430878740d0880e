import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SkillLoader, SkillType, type SkillNames } from '@parvis/people/server';
import { SignedIn } from '@parvis/platform/server';
import { ExpertPreferenceQuery, type ExpertPreference } from './expert-preference.query.ts';
import { ExpertPreferenceService } from './expert-preference.service.ts';
import { ChangeExpertPreferencesInput, ExpertPreferencesType, ExpertTopicType } from './expert-preference.type.ts';
import type { RefusedTopicEntity } from './refused-topic.entity.ts';

@SignedIn()
@Resolver(() => ExpertPreferencesType)
export class ExpertPreferenceResolver {
  constructor(
    private readonly preferences: ExpertPreferenceQuery,
    private readonly service: ExpertPreferenceService,
  ) {}

  @Query(() => ExpertPreferencesType, { description: 'What the viewer accepts to be asked: everything, at the usual pace, until they say otherwise.' })
  expertPreferences(@CurrentViewer() viewer: Viewer): Promise<ExpertPreference> {
    return this.preferences.of(viewer.personId);
  }

  @Mutation(() => ExpertPreferencesType, { description: 'Changes what the viewer accepts to be asked. Errors: see the fields of the input.' })
  changeExpertPreferences(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What to change.' }) input: ChangeExpertPreferencesInput): Promise<ExpertPreference> {
    return this.service.change(viewer, input);
  }
}

@SignedIn()
@Resolver(() => ExpertTopicType)
export class ExpertTopicResolver {
  constructor(private readonly skills: SkillLoader) {}

  @ResolveField(() => SkillType, { nullable: true, description: 'The skill that the words mean; null when the taxonomy knows none.' })
  skill(@Parent() { skillId }: RefusedTopicEntity, @CurrentViewer() viewer: Viewer): Promise<SkillNames> | null {
    return skillId ? this.skills.required(viewer, skillId) : null;
  }
}
