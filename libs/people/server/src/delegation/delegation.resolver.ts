import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { DelegationEntity } from './delegation.entity.ts';
import { DelegationLoader } from './delegation.loader.ts';
import { DelegationService } from './delegation.service.ts';
import { DelegationType } from './delegation.type.ts';

@SignedIn()
@Resolver(() => DelegationType)
export class DelegationResolver {
  constructor(
    private readonly service: DelegationService,
    private readonly people: PersonLoader,
  ) {}

  @Mutation(() => PersonType, { description: 'An executive lets a colleague write on their behalf; returns the executive. Errors: DELEGATION_ONLY_EXECUTIVES, DELEGATION_SELF, PERSON_NOT_FOUND, ID_INVALID.' })
  async declareDelegation(@CurrentViewer() viewer: Viewer, @Args('personId', { type: () => ID, description: 'The colleague’s UUID.' }) personId: string): Promise<PersonEntity> {
    await this.service.declare(viewer, personId);
    return this.people.required(viewer, viewer.personId);
  }

  @Mutation(() => PersonType, { description: 'The executive or the delegate ends a delegation; returns the viewer. Errors: DELEGATION_NOT_FOUND, ID_INVALID.' })
  async endDelegation(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'The delegation’s UUID.' }) id: string): Promise<PersonEntity> {
    await this.service.end(viewer, id);
    return this.people.required(viewer, viewer.personId);
  }

  @ResolveField(() => PersonType, { description: 'On whose behalf.' })
  executive(@Parent() delegation: DelegationEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, delegation.executiveId);
  }

  @ResolveField(() => PersonType, { description: 'Who may write.' })
  delegate(@Parent() delegation: DelegationEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, delegation.delegateId);
  }
}

/** Person.delegations. */
@SignedIn()
@Resolver(() => PersonType)
export class PersonDelegationsResolver {
  constructor(private readonly loader: DelegationLoader) {}

  @ResolveField(() => [DelegationType], {
    description: 'Who may write on their behalf, and on whose behalf they may write, now.',
    complexity: ({ childComplexity }) => 1 + 10 * childComplexity,
  })
  delegations(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<DelegationEntity[]> {
    return this.loader.ofPerson(viewer, person.id);
  }
}
