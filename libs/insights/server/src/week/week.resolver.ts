import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityLoader, CommunityType, type CommunityEntity } from '@parvis/communities/server';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { checkedTimeZone, SignedIn } from '@parvis/platform/server';
import { WeekQuery } from './week.query.ts';
import { weekOf } from './week.ts';
import { ContributionWeek, WeekContribution, WeekPlaces, WeekSubject } from './week.type.ts';

const complexity = ({ childComplexity }: { childComplexity: number }): number => 2_000 + 10 * childComplexity;
const startsOnArgument = { type: () => String, nullable: true, description: 'Its Monday, YYYY-MM-DD, at most 8 weeks back; the present week when left out. Errors: WEEK_INVALID.' };
const timeZoneArgument = { defaultValue: 'Europe/Paris', description: 'IANA name of the zone whose midnight begins it. Errors: TIME_ZONE_UNKNOWN.' };
const chosen = (startsOn: string | null, timeZone: string) => weekOf(startsOn ?? null, checkedTimeZone('timeZone', timeZone));

/** What the people whom the viewer looks after contributed. No field takes a manager: it is the viewer's own team. */
@SignedIn()
@Resolver(() => WeekPlaces)
export class WeekResolver {
  constructor(
    private readonly query: WeekQuery,
    private readonly communities: CommunityLoader,
  ) {}

  @Query(() => WeekPlaces, { description: 'Whose weeks the viewer may read, to notice and thank.', complexity: 100 })
  weekPlaces(@CurrentViewer() viewer: Viewer): Promise<WeekPlaces> {
    return this.query.places(viewer);
  }

  @ResolveField('communities', () => [CommunityType], { description: 'The communities that they animate, by name.', complexity: ({ childComplexity }: { childComplexity: number }) => 10 * childComplexity })
  async animated(@Parent() { communityIds }: WeekPlaces, @CurrentViewer() viewer: Viewer): Promise<CommunityEntity[]> {
    return (await Promise.all(communityIds.map((id) => this.communities.byId(viewer, id)))).flatMap((community) => community ?? []);
  }

  @Query(() => ContributionWeek, {
    nullable: true,
    description: 'What the viewer’s team contributed in a week, where everybody in the company may read it; null unless at least 3 people report to the viewer directly. Errors: WEEK_INVALID, TIME_ZONE_UNKNOWN.',
    complexity,
  })
  teamWeek(
    @CurrentViewer() viewer: Viewer,
    @Args('startsOn', startsOnArgument) startsOn: string | null,
    @Args('timeZone', timeZoneArgument) timeZone: string,
  ): Promise<ContributionWeek | null> {
    return this.query.ofTeam(viewer, chosen(startsOn, timeZone));
  }
}

@SignedIn()
@Resolver(() => CommunityType)
export class CommunityWeekResolver {
  constructor(
    private readonly query: WeekQuery,
    private readonly communities: CommunityLoader,
  ) {}

  @ResolveField(() => ContributionWeek, {
    nullable: true,
    description: 'What others than the viewer contributed here in a week; null unless the viewer animates the community. Errors: WEEK_INVALID, TIME_ZONE_UNKNOWN.',
    complexity,
  })
  async contributionWeek(
    @Parent() community: CommunityEntity,
    @CurrentViewer() viewer: Viewer,
    @Args('startsOn', startsOnArgument) startsOn: string | null,
    @Args('timeZone', timeZoneArgument) timeZone: string,
  ): Promise<ContributionWeek | null> {
    const week = chosen(startsOn, timeZone);
    const standing = await this.communities.standing(viewer, community.id);
    return standing?.role === 'animator' ? this.query.ofCommunity(viewer, community.id, week) : null;
  }
}

@SignedIn()
@Resolver(() => WeekSubject)
export class WeekSubjectResolver {
  constructor(private readonly communities: CommunityLoader) {}

  @ResolveField(() => CommunityType, { nullable: true, description: 'The community that it is in; null for none.' })
  community(@Parent() { communityId }: WeekSubject, @CurrentViewer() viewer: Viewer) {
    return communityId ? this.communities.byId(viewer, communityId) : null;
  }
}

@SignedIn()
@Resolver(() => WeekContribution)
export class WeekContributionResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField('people', () => [PersonType], { description: 'Who made it, of those whose week it is.' })
  makers(@Parent() { personIds }: WeekContribution, @CurrentViewer() viewer: Viewer) {
    return Promise.all(personIds.map((id) => this.people.required(viewer, id)));
  }
}
