import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { checkedId, PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { Departures } from '../departure/departures.ts';
import { PersonLoader } from '../person/person.loader.ts';
import { PersonType } from '../person/person.type.ts';
import { RoleEnum, type Role } from '../person/role.ts';
import { CurrentViewer, type Viewer } from '../viewer/viewer.ts';
import { AdministeredPeopleQuery, type AdministeredPerson } from './administered-people.query.ts';
import { AdministeredPeopleService } from './administered-people.service.ts';
import { AdministeredPersonLoader } from './administered-person.loader.ts';
import {
  AdministeredDepartmentType, AdministeredPersonConnection, AdministeredPersonType, MarkAsLeftInput, PersonAccountType, PersonAliasType, PersonStateEnum,
} from './administered-person.type.ts';
import type { PersonState } from './people-states.ts';

const personId = { type: () => ID, description: 'The person’s UUID. Errors: ID_INVALID.' };
const refusals = 'FORBIDDEN, CONFIRMATION_NEEDED';

@SignedIn()
@Resolver(() => AdministeredPersonType)
export class AdministeredPeopleResolver {
  constructor(
    private readonly query: AdministeredPeopleQuery,
    private readonly service: AdministeredPeopleService,
    private readonly loader: AdministeredPersonLoader,
    private readonly people: PersonLoader,
    private readonly departures: Departures,
    private readonly dataSource: DataSource,
  ) {}

  @Query(() => AdministeredPersonConnection, {
    description: `People for those who administer them, by surname, those who left included: everybody for IT, those of their departments for IT of some departments. Errors: ${refusals}, PAGE_TOO_LARGE, CURSOR_INVALID.`,
    complexity: pageCost,
  })
  administeredPeople(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('search', { type: () => String, nullable: true, description: 'Parts of a name, an address or an identifier, six words at most; accents and capitals are forgiven.' }) search?: string | null,
    @Args('department', { type: () => String, nullable: true, description: 'Only its people, by its name.' }) department?: string | null,
    @Args('role', { type: () => RoleEnum, nullable: true, description: 'Only those who have it over the whole company.' }) role?: Role | null,
    @Args('state', { type: () => PersonStateEnum, nullable: true, description: 'Only those who are in it.' }) state?: PersonState | null,
  ) {
    return this.query.list(viewer, { search: search ?? null, department: department || null, role: role ?? null, state: state ?? null }, pageRequest(page));
  }

  @Query(() => AdministeredPersonType, { nullable: true, description: `Somebody whom the viewer administers; null when they do not, or when there is nobody. Errors: ${refusals}, ID_INVALID.` })
  administeredPerson(@CurrentViewer() viewer: Viewer, @Args('id', personId) id: string): Promise<AdministeredPerson | null> {
    return this.query.byId(viewer, checkedId('id', id));
  }

  @Query(() => [AdministeredDepartmentType], { description: `Departments whose people the viewer administers, by name. Errors: ${refusals}.`, complexity: ({ childComplexity }) => 50 + 20 * childComplexity })
  administeredDepartments(@CurrentViewer() viewer: Viewer) {
    return this.query.departments(viewer);
  }

  @Mutation(() => AdministeredPersonType, { description: `Ends all sessions of somebody, on all their devices. Errors: ${refusals}, PERSON_NOT_FOUND.` })
  endSessionsOf(@CurrentViewer() viewer: Viewer, @Args('personId', personId) id: string): Promise<AdministeredPerson> {
    return this.service.endSessions(viewer, id);
  }

  @Mutation(() => AdministeredPersonType, {
    description: `Says that somebody has left the company: they are out everywhere, their work stays. Not for those of whom the company’s directory tells it. Errors: ${refusals}, PERSON_NOT_FOUND, ADMINISTRATION_OWN, NAME_TYPED_DIFFERS, DEPARTURE_DECIDED_ELSEWHERE, LAST_ADMINISTRATOR.`,
  })
  markAsLeft(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Who.' }) input: MarkAsLeftInput): Promise<AdministeredPerson> {
    return this.service.leave(viewer, input);
  }

  @Mutation(() => AdministeredPersonType, { description: `Says that somebody who had left works here again: within 90 days with everything that they had, later without the roles. Errors: ${refusals}, PERSON_NOT_FOUND, DEPARTURE_DECIDED_ELSEWHERE.` })
  markAsReturned(@CurrentViewer() viewer: Viewer, @Args('personId', personId) id: string): Promise<AdministeredPerson> {
    return this.service.comeBack(viewer, id);
  }

  @ResolveField(() => PersonType, { description: 'As colleagues see them.' })
  person(@Parent() { id }: AdministeredPerson, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, id);
  }

  @ResolveField(() => PersonStateEnum, { description: 'Where they are.' })
  state(@Parent() { id }: AdministeredPerson, @CurrentViewer() viewer: Viewer): Promise<PersonState> {
    return this.loader.state(viewer, id);
  }

  @ResolveField(() => Boolean, { description: 'Whether the company’s directory tells that they work here: nobody says so by hand then.', complexity: 3 })
  isDepartureDecidedElsewhere(@Parent() { id }: AdministeredPerson): Promise<boolean> {
    return this.departures.isDecidedElsewhere(this.dataSource.manager, id);
  }

  @ResolveField(() => [PersonAccountType], { description: 'What identity providers call them, the oldest first, 20 at most.', complexity: ({ childComplexity }) => 3 + 3 * childComplexity })
  accounts(@Parent() { id }: AdministeredPerson) {
    return this.loader.accounts(id);
  }

  @ResolveField(() => Int, { description: 'Sessions that are open. Where and since when is nobody’s business.', complexity: 3 })
  sessionCount(@Parent() { id }: AdministeredPerson): Promise<number> {
    return this.loader.sessionCount(id);
  }

  @ResolveField(() => [PersonAliasType], { description: 'Other identifiers by which they are known, 20 at most.', complexity: ({ childComplexity }) => 3 + 3 * childComplexity })
  aliases(@Parent() { id }: AdministeredPerson) {
    return this.loader.aliases(id);
  }

  @ResolveField(() => [PersonType], { description: 'Others with whom they may be one person, and nobody has decided; 10 at most.', complexity: ({ childComplexity }) => 3 + 3 * childComplexity })
  async doubts(@Parent() { id }: AdministeredPerson, @CurrentViewer() viewer: Viewer) {
    return Promise.all((await this.loader.doubtIds(id)).map((other) => this.people.required(viewer, other)));
  }
}
