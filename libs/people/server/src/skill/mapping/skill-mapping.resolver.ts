import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import { SkillLoader } from '../taxonomy/skill.loader.ts';
import { SkillType } from '../taxonomy/skill.type.ts';
import type { SkillMappingEntity } from './skill-mapping.entity.ts';
import { SkillMappingQuery, type FreeSkill } from './skill-mapping.query.ts';
import { SkillMappingService } from './skill-mapping.service.ts';
import { FreeSkillConnection, FreeSkillType, SkillMappingConnection, SkillMappingType } from './skill-mapping.type.ts';

const words = { description: 'The words: 60 characters at most. Errors: TEXT_REQUIRED, TEXT_TOO_LONG, SKILL_WORDS_TAKEN (somebody has decided about them).' };
const named = (language: string) => ({ description: `What the skill is called in ${language}: 60 characters at most. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.` });

@SignedIn()
@Resolver(() => SkillMappingType)
export class SkillMappingResolver {
  constructor(
    private readonly query: SkillMappingQuery,
    private readonly service: SkillMappingService,
    private readonly skills: SkillLoader,
    private readonly people: PersonLoader,
  ) {}

  @Query(() => FreeSkillConnection, { description: 'Words of profiles that no skill of the taxonomy has, those of most people first; for HR and IT. Errors: FORBIDDEN.', complexity: pageCost })
  freeSkills(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.free(viewer, pageRequest(page));
  }

  @Query(() => SkillMappingConnection, { description: 'What was decided about words, the newest first; for HR and IT. Errors: FORBIDDEN.', complexity: pageCost })
  skillMappings(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.decided(viewer, pageRequest(page));
  }

  @Mutation(() => SkillMappingType, { description: 'Words mean a skill of the taxonomy, from now on and for all who have written them; for HR and IT. Errors: FORBIDDEN, SKILL_NOT_FOUND, SKILL_WORDS_TAKEN, TEXT_REQUIRED, TEXT_TOO_LONG, ID_INVALID.' })
  mapSkill(@CurrentViewer() viewer: Viewer, @Args('words', words) said: string, @Args('skillId', { type: () => ID, description: 'The skill’s UUID. Errors: ID_INVALID, SKILL_NOT_FOUND.' }) skillId: string) {
    return this.service.map(viewer, said, skillId);
  }

  @Mutation(() => SkillMappingType, { description: 'Words become a skill of the company’s own; for HR and IT. Errors: FORBIDDEN, SKILL_WORDS_TAKEN, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  keepSkill(@CurrentViewer() viewer: Viewer, @Args('words', words) said: string, @Args('fr', named('French')) fr: string, @Args('en', named('English')) en: string) {
    return this.service.keep(viewer, said, { fr, en });
  }

  @Mutation(() => Boolean, { description: 'Takes a decision about words back; for HR and IT. Always true. Errors: FORBIDDEN, SKILL_MAPPING_NOT_FOUND.' })
  async undoSkillMapping(@CurrentViewer() viewer: Viewer, @Args('key', { type: () => ID, description: 'The words as they are compared.' }) key: string): Promise<boolean> {
    await this.service.undo(viewer, key);
    return true;
  }

  @ResolveField(() => ID, { description: 'The words as they are compared.' })
  key(@Parent() { folded }: SkillMappingEntity): string {
    return folded;
  }

  @ResolveField(() => SkillType, { description: 'What they mean.' })
  skill(@Parent() { skillId }: SkillMappingEntity, @CurrentViewer() viewer: Viewer) {
    return this.skills.required(viewer, skillId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who decided; null when they are no longer known.' })
  mappedBy(@Parent() { mappedById }: SkillMappingEntity, @CurrentViewer() viewer: Viewer) {
    return mappedById ? this.people.load(viewer, mappedById) : null;
  }
}

@SignedIn()
@Resolver(() => FreeSkillType)
export class FreeSkillFields {
  constructor(
    private readonly query: SkillMappingQuery,
    private readonly skills: SkillLoader,
  ) {}

  @ResolveField(() => [SkillType], { description: 'Skills that are called nearly so, the nearest first: three at most.' })
  async suggestions(@Parent() { words: said }: FreeSkill, @CurrentViewer() viewer: Viewer) {
    const ids = await this.query.suggestedFor(viewer, said);
    return Promise.all(ids.map((id) => this.skills.required(viewer, id)));
  }
}
