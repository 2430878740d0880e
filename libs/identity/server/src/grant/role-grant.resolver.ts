import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { SignedIn } from '@parvis/platform/server';
import { AdministeredPersonType } from '../administered/administered-person.type.ts';
import type { AdministeredPerson } from '../administered/administered-people.query.ts';
import { PersonLoader } from '../person/person.loader.ts';
import { PersonType } from '../person/person.type.ts';
import { CurrentViewer, type Viewer } from '../viewer/viewer.ts';
import type { RoleGrantEntity } from './role-grant.entity.ts';
import { RoleGrantQuery } from './role-grant.query.ts';
import { RoleGrants } from './role-grants.service.ts';
import { GrantRoleInput, HeldRoleType, RoleGrantStateEnum, RoleGrantType, type RoleGrantState } from './role-grant.type.ts';

const grantId = { type: () => ID, description: 'The grant’s UUID. Errors: ID_INVALID.' };

@SignedIn()
@Resolver(() => RoleGrantType)
export class RoleGrantResolver {
  constructor(
    private readonly grants: RoleGrants,
    private readonly query: RoleGrantQuery,
    private readonly people: PersonLoader,
  ) {}

  @Query(() => [RoleGrantType], { description: 'Roles given by hand that wait for a second person of IT, 50 at most, the oldest first; for IT, and empty for whoever administers departments alone. Errors: FORBIDDEN, CONFIRMATION_NEEDED.', complexity: ({ childComplexity }) => 20 + 20 * childComplexity })
  waitingRoleGrants(@CurrentViewer() viewer: Viewer): Promise<RoleGrantEntity[]> {
    return this.query.waiting(viewer);
  }

  @Mutation(() => AdministeredPersonType, {
    description:
      'Gives somebody a role. IT of the whole company gives all; AUDITOR and WORKS_COUNCIL wait until a second person of IT agrees. IT of some departments gives IT for some of these alone, to whoever works there. Errors: FORBIDDEN, CONFIRMATION_NEEDED, PERSON_NOT_FOUND, ADMINISTRATION_OWN, PERSON_HAS_LEFT, those of the input.',
  })
  grantRole(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What, to whom, until when and why.' }) input: GrantRoleInput): Promise<AdministeredPerson> {
    return this.grants.give(viewer, input);
  }

  @Mutation(() => AdministeredPersonType, {
    description: 'Agrees, as the second person of IT, to a role that somebody else proposed. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ROLE_GRANT_NOT_FOUND, ROLE_GRANT_NEEDS_ANOTHER, PERSON_NOT_FOUND, PERSON_HAS_LEFT, ROLE_HELD, ROLE_APART.',
  })
  secondRoleGrant(@CurrentViewer() viewer: Viewer, @Args('id', grantId) id: string): Promise<AdministeredPerson> {
    return this.grants.second(viewer, id);
  }

  @Mutation(() => AdministeredPersonType, {
    description:
      'Ends a role that was given by hand, or declines one that waits. AUDITOR and WORKS_COUNCIL end when a second person of IT asks for it too. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ROLE_GRANT_NOT_FOUND, ROLE_GRANT_NEEDS_ANOTHER, ROLE_BEYOND_REACH, LAST_ADMINISTRATOR, PERSON_NOT_FOUND.',
  })
  endRoleGrant(@CurrentViewer() viewer: Viewer, @Args('id', grantId) id: string): Promise<AdministeredPerson> {
    return this.grants.end(viewer, id);
  }

  @ResolveField(() => RoleGrantStateEnum, { description: 'Whether it holds.' })
  state(@Parent() { effectiveAt, endedAt, endsAt, endAskedById }: RoleGrantEntity): RoleGrantState {
    if (endedAt || (endsAt && endsAt.getTime() <= Date.now())) return 'over';
    if (!effectiveAt) return 'waiting';
    return endAskedById ? 'ending' : 'live';
  }

  @ResolveField(() => PersonType, { description: 'To whom.' })
  person(@Parent() { personId }: RoleGrantEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, personId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who gave it; null when they were erased since.' })
  grantedBy(@Parent() { grantedById }: RoleGrantEntity, @CurrentViewer() viewer: Viewer) {
    return grantedById === null ? null : this.people.load(viewer, grantedById);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who agreed to it as the second person; null where none was needed, or yet.' })
  secondedBy(@Parent() { secondedById }: RoleGrantEntity, @CurrentViewer() viewer: Viewer) {
    return secondedById === null ? null : this.people.load(viewer, secondedById);
  }

  @ResolveField(() => Boolean, { description: 'Whether it waits for somebody, and the viewer may not be the one: they asked for it themselves, or it is about them.' })
  needsAnother(@Parent() { grantedById, effectiveAt, endAskedById, personId }: RoleGrantEntity, @CurrentViewer() viewer: Viewer): boolean {
    return viewer.personId === (effectiveAt ? endAskedById : grantedById) || (!effectiveAt && viewer.personId === personId);
  }
}

@SignedIn()
@Resolver(() => AdministeredPersonType)
export class AdministeredRolesResolver {
  constructor(private readonly query: RoleGrantQuery) {}

  @ResolveField(() => [HeldRoleType], { description: 'Their roles over the whole company but that of an employee, and who gives each.', complexity: ({ childComplexity }) => 2 + 3 * childComplexity })
  async heldRoles(@Parent() { id }: AdministeredPerson): Promise<HeldRoleType[]> {
    const { roles, directoryRoles, grantedRoles, signInRoles } = await this.query.sourcesOf(id);
    return roles.filter((role) => role !== 'employee').map((role) => {
      const sources = [...(grantedRoles.includes(role) ? ['by-hand' as const] : []), ...(directoryRoles.includes(role) ? ['directory' as const] : [])];
      // Of before it was kept who gives what, nobody but sign-in can have given it.
      return { role, sources: sources.length === 0 || signInRoles.includes(role) ? [...sources, 'sign-in'] : sources };
    });
  }

  @ResolveField(() => [RoleGrantType], { description: 'Roles that were given to them by hand, the newest first, 30 at most; those that are over among them.', complexity: ({ childComplexity }) => 2 + 10 * childComplexity })
  grants(@Parent() { id }: AdministeredPerson, @CurrentViewer() viewer: Viewer): Promise<RoleGrantEntity[]> {
    return this.query.of(viewer, id);
  }
}
