import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { SignedIn } from '@parvis/platform/server';
import { tellers, type OwnedField } from '../owner/field-owner.ts';
import { OwnedFieldOwnerType } from '../owner/field-owner.type.ts';
import { PersonOwners } from '../owner/person-owners.ts';
import { CurrentViewer, type Viewer } from '../viewer/viewer.ts';
import { ViewerType } from '../viewer/viewer.type.ts';
import type { PersonEntity } from './person.entity.ts';
import { PersonLoader } from './person.loader.ts';
import { PersonType } from './person.type.ts';

@SignedIn()
@Resolver(() => PersonType)
export class PersonResolver {
  constructor(
    private readonly people: PersonLoader,
    private readonly owners: PersonOwners,
  ) {}

  @Query(() => ViewerType, { description: 'Who asks. Errors: UNAUTHENTICATED.' })
  async viewer(@CurrentViewer() viewer: Viewer): Promise<ViewerType> {
    return { person: await this.people.required(viewer, viewer.personId), roles: [...viewer.roles] };
  }

  @ResolveField(() => Boolean, { description: 'Whether this is an executive, by their role in the company; never self-declared.' })
  isExecutive(@Parent() person: PersonEntity): boolean {
    return person.roles.includes('executive');
  }

  @ResolveField(() => Boolean, { description: 'True for the person who asks.' })
  isViewer(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): boolean {
    return person.id === viewer.personId;
  }

  @ResolveField(() => Boolean, { description: 'Whether they have left the company.' })
  isFormer(@Parent() person: PersonEntity): boolean {
    return person.deactivatedAt !== null;
  }

  @ResolveField(() => [OwnedFieldOwnerType], { description: 'Who keeps which field; those that nobody told are left out.' })
  async fieldOwners(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<OwnedFieldOwnerType[]> {
    return Object.entries(await this.owners.of(viewer, person.id)).flatMap(([field, owner]) => (field in tellers ? [{ field: field as OwnedField, owner }] : []));
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Whom they report to.' })
  manager(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<PersonEntity | null> | null {
    return person.managerId ? this.people.load(viewer, person.managerId) : null;
  }
}
