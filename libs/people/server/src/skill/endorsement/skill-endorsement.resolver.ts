import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { checkedId, SignedIn } from '@parvis/platform/server';
import { PersonSkillType, type PersonSkillSource } from '../own/own-skill.type.ts';
import { skillErrors } from '../skill.errors.ts';
import { SkillLoader } from '../taxonomy/skill.loader.ts';
import { SkillType } from '../taxonomy/skill.type.ts';
import { EndorsableThings } from './endorsable-things.ts';
import type { SkillEndorsementEntity } from './skill-endorsement.entity.ts';
import { SkillEndorsementQuery } from './skill-endorsement.query.ts';
import { SkillEndorsementService } from './skill-endorsement.service.ts';
import { EndorsedThingType, EndorseSkillInput, SkillEndorsementType } from './skill-endorsement.type.ts';

const maxThings = 10;
const endorsementId = { type: () => ID, description: 'The recommendation’s UUID. Errors: ID_INVALID.' };
const cost = ({ childComplexity }: { childComplexity: number }): number => 20 * childComplexity;

@SignedIn()
@Resolver(() => PersonType)
export class SkillEndorsementResolver {
  constructor(
    private readonly service: SkillEndorsementService,
    private readonly query: SkillEndorsementQuery,
    private readonly things: EndorsableThings,
    private readonly people: PersonLoader,
  ) {}

  @Mutation(() => SkillEndorsementType, {
    description:
      'Recommends a colleague for a skill because of something that they wrote; once for each skill of theirs. Errors: ENDORSEMENT_SELF, PERSON_NOT_FOUND, ENDORSED_THING_NOT_FOUND (missing or out of sight), ENDORSED_THING_OF_ANOTHER, ENDORSED_ALREADY, SKILL_NOT_FOUND, TEXT_REQUIRED, TEXT_TOO_LONG, ID_INVALID.',
  })
  async endorseSkill(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Whom, for what, and why.' }) input: EndorseSkillInput): Promise<SkillEndorsementEntity> {
    return this.required(viewer, await this.service.endorse(viewer, input));
  }

  @Mutation(() => PersonType, { description: 'Takes back a recommendation of the viewer’s; answers whom it was for. Errors: ENDORSEMENT_NOT_FOUND, ID_INVALID.' })
  async withdrawEndorsement(@CurrentViewer() viewer: Viewer, @Args('id', endorsementId) id: string): Promise<PersonEntity> {
    return this.people.required(viewer, await this.service.withdraw(viewer, id));
  }

  @Mutation(() => SkillEndorsementType, { description: 'Hides a recommendation that the viewer was given from everybody else, or shows it again. Errors: ENDORSEMENT_NOT_FOUND, ID_INVALID.' })
  async hideEndorsement(
    @CurrentViewer() viewer: Viewer,
    @Args('id', endorsementId) id: string,
    @Args('hidden', { description: 'False shows it again.' }) hidden: boolean,
  ): Promise<SkillEndorsementEntity> {
    await this.service.hide(viewer, id, hidden);
    return this.required(viewer, id);
  }

  @Query(() => [EndorsedThingType], { description: `What somebody wrote last, as far as the viewer may see it: what they may be recommended for. ${maxThings} at most. Errors: ID_INVALID.` })
  endorsableThings(@CurrentViewer() viewer: Viewer, @Args('personId', { type: () => ID, description: 'Who wrote it: UUID.' }) personId: string): Promise<EndorsedThingType[]> {
    return this.things.newestOf(viewer, checkedId('personId', personId), maxThings);
  }

  @ResolveField(() => [SkillEndorsementType], { description: 'For what colleagues recommend them, the newest first: 200 at most, those that the viewer may see.', complexity: cost })
  endorsements(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<SkillEndorsementEntity[]> {
    return this.query.ofPerson(viewer, person.id);
  }

  private async required(viewer: Viewer, id: string): Promise<SkillEndorsementEntity> {
    const endorsement = await this.query.byId(viewer, id);
    if (!endorsement) throw skillErrors.endorsementNotFound();
    return endorsement;
  }
}

@SignedIn()
@Resolver(() => SkillEndorsementType)
export class SkillEndorsementFields {
  constructor(
    private readonly query: SkillEndorsementQuery,
    private readonly skills: SkillLoader,
  ) {}

  @ResolveField(() => PersonType, { description: 'Who recommends.' })
  endorser(@Parent() endorsement: SkillEndorsementEntity, @CurrentViewer() viewer: Viewer) {
    return this.query.person(viewer, endorsement.endorserId);
  }

  @ResolveField(() => PersonType, { description: 'Who is recommended.' })
  person(@Parent() { personId }: SkillEndorsementEntity, @CurrentViewer() viewer: Viewer) {
    return this.query.person(viewer, personId);
  }

  @ResolveField(() => SkillType, { nullable: true, description: 'The skill of the taxonomy that the words mean; null as long as nobody knows.' })
  skill(@Parent() { skillId }: SkillEndorsementEntity, @CurrentViewer() viewer: Viewer) {
    return skillId ? this.skills.required(viewer, skillId) : null;
  }

  @ResolveField(() => EndorsedThingType, { nullable: true, description: 'Because of what; null for whoever is recommended when they may no longer see it.' })
  thing(@Parent() endorsement: SkillEndorsementEntity, @CurrentViewer() viewer: Viewer) {
    return this.query.thing(viewer, endorsement);
  }

  @ResolveField(() => Boolean, { description: 'Whether whoever is recommended hides it from others: told to them alone, false to everybody else.' })
  isHidden(@Parent() { hiddenAt, personId }: SkillEndorsementEntity, @CurrentViewer() viewer: Viewer): boolean {
    return personId === viewer.personId && hiddenAt !== null;
  }

  @ResolveField(() => Boolean, { description: 'Whether it is the viewer’s, to be taken back.' })
  isViewers(@Parent() { endorserId }: SkillEndorsementEntity, @CurrentViewer() viewer: Viewer): boolean {
    return endorserId === viewer.personId;
  }
}

/** What recommendations add to what somebody says they can do. */
@SignedIn()
@Resolver(() => PersonSkillType)
export class PersonSkillEndorsements {
  constructor(private readonly query: SkillEndorsementQuery) {}

  @ResolveField(() => [SkillEndorsementType], { description: 'The recommendations for this skill that the viewer may see, the newest first.', complexity: cost })
  endorsements(@Parent() skill: PersonSkillSource, @CurrentViewer() viewer: Viewer): Promise<SkillEndorsementEntity[]> {
    return this.of(viewer, skill);
  }

  @ResolveField(() => Int, { description: 'How many colleagues recommend them for it, as far as the viewer may see; hidden ones do not count.' })
  async endorsementCount(@Parent() skill: PersonSkillSource, @CurrentViewer() viewer: Viewer): Promise<number> {
    return (await this.of(viewer, skill)).filter(({ hiddenAt }) => hiddenAt === null).length;
  }

  private async of(viewer: Viewer, { personId, skillId, folded }: PersonSkillSource): Promise<SkillEndorsementEntity[]> {
    const all = await this.query.ofPerson(viewer, personId);
    return all.filter((one) => (skillId === null || one.skillId === null ? one.folded === folded : one.skillId === skillId));
  }
}
