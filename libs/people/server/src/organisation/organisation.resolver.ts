import { Args, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { connectionType, PageArgs, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import { OrganisationQuery } from './organisation.query.ts';

@ObjectType('ReportConnection', { description: 'A page of people who report to somebody.' })
export class ReportConnection extends connectionType('Report', () => PersonType) {}

/** The organisation chart, from any person of it. */
@SignedIn()
@Resolver(() => PersonType)
export class OrganisationResolver {
  constructor(private readonly query: OrganisationQuery) {}

  @ResolveField(() => [PersonType], { description: 'Those above them, from the top down, whoever left passed over; 40 at most.' })
  managersAbove(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<PersonEntity[]> {
    return this.query.above(viewer, person.id);
  }

  @ResolveField(() => Int, { description: 'How many people report to them directly; those of somebody who left count for whoever stands above.' })
  reportCount(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<number> {
    return this.query.reportCount(viewer, person.id);
  }

  @ResolveField(() => ReportConnection, { description: 'Who reports to them directly, by surname; those of somebody who left are found under whoever stands above.', complexity: perParentPageCost })
  reports(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.reports(viewer, person.id, pageRequest(page));
  }
}
