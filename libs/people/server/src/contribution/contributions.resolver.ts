import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { Contributions, type ContributionCount } from './contributions.ts';
import { ContributionCountType } from './contributions.type.ts';

/** Person.contributionCounts. */
@SignedIn()
@Resolver(() => PersonType)
export class ContributionsResolver {
  constructor(private readonly contributions: Contributions) {}

  @ResolveField(() => [ContributionCountType], { description: 'What they wrote, by kind, counted as far as the viewer may see it: as many as the lists of each kind hold.', complexity: 20 })
  contributionCounts(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<ContributionCount[]> {
    return this.contributions.of(viewer, person.id);
  }
}
