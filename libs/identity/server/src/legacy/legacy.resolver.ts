import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { SignedIn } from '@parvis/platform/server';
import type { AdministeredPerson } from '../administered/administered-people.query.ts';
import { AdministeredPersonType } from '../administered/administered-person.type.ts';
import { PersonLoader } from '../person/person.loader.ts';
import { PersonType } from '../person/person.type.ts';
import { CurrentViewer, type Viewer } from '../viewer/viewer.ts';
import { Legacies, type Legacy } from './legacies.ts';
import { LegacyCountType, LegacyType, TakeOverLegacyInput } from './legacy.type.ts';

@SignedIn()
@Resolver(() => LegacyType)
export class LegacyResolver {
  constructor(
    private readonly legacies: Legacies,
    private readonly people: PersonLoader,
  ) {}

  @Query(() => [LegacyType], { description: 'What people who left kept alone and the viewer may take over, of whoever left last first, 50 at most.', complexity: ({ childComplexity }) => 50 + 20 * childComplexity })
  legaciesOfLeavers(@CurrentViewer() viewer: Viewer): Promise<Legacy[]> {
    return this.legacies.offeredTo(viewer);
  }

  @Mutation(() => Boolean, { description: 'Takes over what somebody who left kept alone: the viewer animates the community, owns the campaign, accepts an answer to the question. The first who does has it. True when done. Errors: ID_INVALID, LEGACY_NOT_FOUND.' })
  async takeOverLegacy(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What.' }) input: TakeOverLegacyInput): Promise<boolean> {
    await this.legacies.takeOver(viewer, input);
    return true;
  }

  @ResolveField(() => ID, { description: 'Names it among all.' })
  id(@Parent() { kind, subjectId }: Legacy): string {
    return `${kind} ${subjectId}`;
  }

  @ResolveField(() => PersonType, { description: 'Whoever left.' })
  leaver(@Parent() { leaverId }: Legacy, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, leaverId);
  }
}

@SignedIn()
@Resolver(() => AdministeredPersonType)
export class AdministeredLegaciesResolver {
  constructor(private readonly legacies: Legacies) {}

  @ResolveField(() => [LegacyCountType], { description: 'What they kept alone and waits to be taken over since they left: how much of each sort, and no title; empty for whoever works here.', complexity: 20 })
  legacyCounts(@Parent() { id, leftAt }: AdministeredPerson): Promise<LegacyCountType[]> {
    return leftAt ? this.legacies.countsOf(id) : Promise.resolve([]);
  }
}
