import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { SkillLoader } from '../taxonomy/skill.loader.ts';
import type { SkillNames } from '../taxonomy/skill.query.ts';
import { SkillType } from '../taxonomy/skill.type.ts';
import { OwnSkillService } from './own-skill.service.ts';
import { OwnSkillInput, PersonSkillType, SkillLevelEnum, type PersonSkillSource } from './own-skill.type.ts';
import { PersonSkillLoader } from './person-skill.loader.ts';
import { levelOf, type SkillLevel } from './skill-level.ts';

@SignedIn()
@Resolver(() => PersonType)
export class OwnSkillResolver {
  constructor(
    private readonly service: OwnSkillService,
    private readonly loader: PersonSkillLoader,
    private readonly people: PersonLoader,
  ) {}

  @Mutation(() => PersonType, {
    description: 'What the viewer says they can do, in this order; what is left out goes. Answers the viewer. Errors: TEXT_TOO_LONG, TOO_MANY_ITEMS, SKILL_TWICE, SKILL_NOT_FOUND, ID_INVALID.',
  })
  async setMySkills(
    @CurrentViewer() viewer: Viewer,
    @Args('skills', { type: () => [OwnSkillInput], description: 'At most 30. Empty words are passed over, the same words count once.' }) skills: OwnSkillInput[],
  ): Promise<PersonEntity> {
    await this.service.say(viewer, skills);
    return this.people.required(viewer, viewer.personId);
  }

  @ResolveField(() => [PersonSkillType], { description: 'What they say they can do, in the order that they chose; empty too when the viewer may not see it.' })
  skills(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<PersonSkillSource[]> {
    return this.loader.ofPerson(viewer, person.id);
  }
}

@SignedIn()
@Resolver(() => PersonSkillType)
export class PersonSkillFields {
  constructor(private readonly skills: SkillLoader) {}

  @ResolveField(() => SkillType, { nullable: true, description: 'The skill of the taxonomy that the words mean; null as long as nobody knows.' })
  skill(@Parent() { skillId }: PersonSkillSource, @CurrentViewer() viewer: Viewer): Promise<SkillNames> | null {
    return skillId ? this.skills.required(viewer, skillId) : null;
  }

  @ResolveField(() => SkillLevelEnum, { nullable: true, description: 'How well they say they can; null when they do not say.' })
  level(@Parent() { level }: PersonSkillSource): SkillLevel | null {
    return levelOf(level);
  }
}
