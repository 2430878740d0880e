import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityLoader, CommunityType, type CommunityEntity } from '@parvis/communities/server';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { checkedTimeZone, SignedIn } from '@parvis/platform/server';
import { AnimatorViewQuery, dunbarNumber } from './animator-view.query.ts';
import { AnimatorView, CommunityHelper, CommunityHour, CommunityWeek, Newcomer, SubCommunitySuggestion, WaitingPosts } from './animator-view.type.ts';

/** Community.animatorView. */
@SignedIn()
@Resolver(() => CommunityType)
export class CommunityAnimatorViewResolver {
  constructor(private readonly communities: CommunityLoader) {}

  @ResolveField(() => AnimatorView, {
    nullable: true,
    description: 'What an animator looks after; null unless the viewer animates the community. Errors: TIME_ZONE_UNKNOWN.',
    complexity: ({ childComplexity }) => 2_000 + childComplexity,
  })
  async animatorView(
    @Parent() community: CommunityEntity,
    @CurrentViewer() viewer: Viewer,
    @Args('timeZone', { defaultValue: 'Europe/Paris', description: 'IANA name of the zone to tell hours and weeks in.' }) timeZone: string,
  ): Promise<AnimatorView | null> {
    const standing = await this.communities.standing(viewer, community.id);
    return standing?.role === 'animator' ? { communityId: community.id, timeZone: checkedTimeZone('timeZone', timeZone) } : null;
  }
}

const tenTimes = ({ childComplexity }: { childComplexity: number }): number => 1 + 10 * childComplexity;

@SignedIn()
@Resolver(() => AnimatorView)
export class AnimatorViewResolver {
  constructor(private readonly query: AnimatorViewQuery) {}

  @ResolveField(() => [Newcomer], {
    description: 'Members of 30 days at most whom nobody has mentioned, answered or reacted to here, longest waiting first; at most 10.',
    complexity: tenTimes,
  })
  newcomers(@Parent() view: AnimatorView): Promise<Newcomer[]> {
    return this.query.newcomers(view);
  }

  @ResolveField(() => WaitingPosts, { description: 'Questions of the last 90 days that nobody has answered for 24 hours, oldest first.', complexity: tenTimes })
  unansweredQuestions(@Parent() view: AnimatorView, @CurrentViewer() viewer: Viewer): Promise<WaitingPosts> {
    return this.query.unansweredQuestions(viewer, view);
  }

  @ResolveField(() => WaitingPosts, { description: 'Other posts of the last 30 days that nobody has commented or reacted to for 48 hours, oldest first.', complexity: tenTimes })
  quietPosts(@Parent() view: AnimatorView, @CurrentViewer() viewer: Viewer): Promise<WaitingPosts> {
    return this.query.quietPosts(viewer, view);
  }

  @ResolveField(() => [CommunityWeek], { description: 'The last 12 weeks, oldest first.', complexity: tenTimes })
  weeks(@Parent() view: AnimatorView): Promise<CommunityWeek[]> {
    return this.query.weeks(view);
  }

  @ResolveField(() => [CommunityHour], {
    nullable: true,
    description: 'When members write, answer and react, over 90 days; hours without anything are left out. Null when fewer than 8 people were active.',
    complexity: tenTimes,
  })
  activeHours(@Parent() view: AnimatorView): Promise<CommunityHour[] | null> {
    return this.query.activeHours(view);
  }

  @ResolveField(() => [CommunityHelper], { description: 'Who answered at least three different posts of others in 90 days, most first; at most 10.', complexity: tenTimes })
  helpers(@Parent() view: AnimatorView): Promise<CommunityHelper[]> {
    return this.query.helpers(view);
  }

  @ResolveField(() => Int, { description: 'Members who wrote, answered or reacted in the last 30 days.' })
  activeMemberCount(@Parent() view: AnimatorView): Promise<number> {
    return this.query.activeMemberCount(view);
  }

  @ResolveField(() => Int, { description: 'Above as many active members, communities of their own are suggested: the people that one can know (Dunbar 1992).' })
  idealMemberCount(): number {
    return dunbarNumber;
  }

  @ResolveField(() => [SubCommunitySuggestion], {
    description: 'Subjects that could have a community of their own; empty up to `idealMemberCount` active members. At most 5.',
    complexity: tenTimes,
  })
  subCommunities(@Parent() view: AnimatorView): Promise<SubCommunitySuggestion[]> {
    return this.query.subCommunities(view);
  }
}

@SignedIn()
@Resolver(() => Newcomer)
export class NewcomerResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { description: 'Who.' })
  person(@Parent() newcomer: Newcomer, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, newcomer.personId);
  }
}

@SignedIn()
@Resolver(() => CommunityHelper)
export class CommunityHelperResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { description: 'Who.' })
  person(@Parent() helper: CommunityHelper, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, helper.personId);
  }
}
