import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import type { MobilityEntity } from './mobility.entity.ts';
import { MobilityQuery } from './mobility.query.ts';
import { MobilityService } from './mobility.service.ts';
import { MobilityConnection, MobilityType } from './mobility.type.ts';

@SignedIn()
@Resolver(() => MobilityType)
export class MobilityResolver {
  constructor(
    private readonly query: MobilityQuery,
    private readonly service: MobilityService,
    private readonly people: PersonLoader,
  ) {}

  @Query(() => MobilityConnection, {
    nullable: true,
    description: 'People who told HR that they are open to another position, newest first, those left out whom the viewer stands above. Null unless the viewer has the role HR.',
    complexity: pageCost,
  })
  openToMobility(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.list(viewer, pageRequest(page));
  }

  @Mutation(() => PersonType, { description: 'Tells HR, and nobody else, that the viewer is open to another position; or takes it back. Answers the viewer. Errors: TEXT_TOO_LONG.' })
  async setMobility(
    @CurrentViewer() viewer: Viewer,
    @Args('wish', { type: () => String, nullable: true, description: 'What they wish, of at most 400 characters, may be empty; null or left out: they are no longer open to it.' }) wish: string | null | undefined,
  ): Promise<PersonEntity> {
    await this.service.tell(viewer, wish ?? null);
    return this.people.required(viewer, viewer.personId);
  }

  @ResolveField(() => PersonType, { description: 'Who it is.' })
  person(@Parent() { personId }: MobilityEntity, @CurrentViewer() viewer: Viewer): Promise<PersonEntity> {
    return this.people.required(viewer, personId);
  }
}

@SignedIn()
@Resolver(() => PersonType)
export class PersonMobilityResolver {
  constructor(private readonly query: MobilityQuery) {}

  @ResolveField(() => MobilityType, { nullable: true, description: 'That they are open to another position; null when they did not say so, or the viewer may not know.' })
  mobility(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<MobilityEntity | null> {
    return this.query.of(viewer, person.id);
  }
}
