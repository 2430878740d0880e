import { Args, Field, ID, Int, Mutation, ObjectType, Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type DoubtfulRule, type MatchDecisionEntity, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { ProvisioningType } from '../token/scim-token.type.ts';
import { Doubts } from './doubts.ts';

export const DoubtfulRuleEnum = { SAME_MAIL_AND_SURNAME: 'same-mail-and-surname', SAME_MAIL: 'same-mail' } as const satisfies Record<string, DoubtfulRule>;

registerEnumType(DoubtfulRuleEnum, {
  name: 'MatchRule',
  description: 'Why two people may be one.',
  valuesMap: { SAME_MAIL_AND_SURNAME: { description: 'They have the same address and the same surname.' }, SAME_MAIL: { description: 'They have the same address.' } },
});

@ObjectType('PersonMatch', { description: 'Two people who may be one. Nothing merges until IT has decided.' })
export class PersonMatchType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => DoubtfulRuleEnum, { description: 'Why they may be one.' })
  rule!: DoubtfulRule;

  @Field({ description: 'When it was noticed.' })
  foundAt!: Date;
}

@SignedIn()
@Resolver(() => ProvisioningType)
export class ProvisioningMatchesResolver {
  constructor(private readonly doubts: Doubts) {}

  @ResolveField('matches', () => [PersonMatchType], { description: 'Those that wait for a decision, the oldest first, 50 at most.', complexity: ({ childComplexity }) => 10 + 20 * childComplexity })
  matches(@CurrentViewer() viewer: Viewer): Promise<MatchDecisionEntity[]> {
    return this.doubts.waiting(viewer);
  }

  @ResolveField('matchCount', () => Int, { description: 'How many wait.' })
  matchCount(@CurrentViewer() viewer: Viewer): Promise<number> {
    return this.doubts.count(viewer);
  }
}

@SignedIn()
@Resolver(() => PersonMatchType)
export class PersonMatchResolver {
  constructor(
    private readonly doubts: Doubts,
    private readonly people: PersonLoader,
  ) {}

  @Mutation(() => PersonType, {
    description:
      'Decides whether two people are one; IT only, and not about oneself. The same: whatever is the newcomer’s becomes that of the one who was known, who is returned; it cannot be undone, so the newcomer’s name is typed. Not the same: it is not asked again. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, MATCH_NOT_FOUND, MATCH_OWN, NAME_TYPED_DIFFERS, MATCH_TWO_ACCOUNTS.',
  })
  async decideMatch(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'UUID. Errors: ID_INVALID.' }) id: string,
    @Args('isSame', { description: 'Whether they are one person.' }) isSame: boolean,
    @Args('typedName', { type: () => String, nullable: true, description: 'The newcomer’s displayName, where they are one person.' }) typedName: string | null,
  ): Promise<PersonEntity> {
    const { personId } = await this.doubts.decide(viewer, { id, isSame, typedName: typedName ?? '' });
    return this.people.required(viewer, personId);
  }

  @ResolveField(() => PersonType, { description: 'Who came last.' })
  newcomer(@Parent() { newcomerId }: MatchDecisionEntity, @CurrentViewer() viewer: Viewer): Promise<PersonEntity> {
    return this.people.required(viewer, newcomerId);
  }

  @ResolveField(() => PersonType, { description: 'Who was known before.' })
  known(@Parent() { knownId }: MatchDecisionEntity, @CurrentViewer() viewer: Viewer): Promise<PersonEntity> {
    return this.people.required(viewer, knownId);
  }

  @ResolveField(() => String, { description: 'What the company calls the newcomer.' })
  async newcomerIdentifier(@Parent() { newcomerId }: MatchDecisionEntity, @CurrentViewer() viewer: Viewer): Promise<string> {
    return (await this.people.required(viewer, newcomerId)).identifier;
  }

  @ResolveField(() => String, { description: 'What the company calls the one who was known.' })
  async knownIdentifier(@Parent() { knownId }: MatchDecisionEntity, @CurrentViewer() viewer: Viewer): Promise<string> {
    return (await this.people.required(viewer, knownId)).identifier;
  }
}
