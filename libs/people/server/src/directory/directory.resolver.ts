import { Args, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, DepartmentType, PersonQuery, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { checkedId, countedConnectionType, PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import { DirectoryQuery } from './directory.query.ts';

@ObjectType('PersonConnection', { description: 'A page of a list of people.' })
export class PersonConnection extends countedConnectionType('Person', () => PersonType) {}

@SignedIn()
@Resolver(() => PersonType)
export class DirectoryResolver {
  constructor(
    private readonly directory: DirectoryQuery,
    private readonly query: PersonQuery,
  ) {}

  @Query(() => PersonConnection, { description: 'People who work here now: by surname, or the best matches first (500 at most) when searching.', complexity: pageCost })
  async people(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('search', { type: () => String, nullable: true, description: 'Words of a name, title, department, skill or topic; accents and misspellings are forgiven.' })
    search?: string | null,
    @Args('department', { type: () => String, nullable: true, description: 'Only people of this department.' }) department?: string | null,
  ) {
    return this.directory.list(viewer, { search: search ?? null, department: department ?? null }, pageRequest(page));
  }

  @Query(() => PersonType, { nullable: true, description: 'Null when there is no such person. Errors: ID_INVALID.' })
  person(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'UUID.' }) id: string): Promise<PersonEntity | null> {
    return this.query.byId(viewer, checkedId('id', id));
  }

  @Query(() => [DepartmentType], { description: 'The departments of the people who work here now, by name.' })
  departments() {
    return this.directory.departments();
  }
}
