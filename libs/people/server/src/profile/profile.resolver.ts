import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { FollowService } from '../follow/follow.service.ts';
import { WorkingTimeQuery } from '../working-time/working-time.query.ts';
import { ProfileLoader } from './profile.loader.ts';
import { ProfileService } from './profile.service.ts';
import { UpdateProfileInput } from './profile.type.ts';

const personId = { type: () => ID, description: 'The person’s UUID. Errors: ID_INVALID.' };

/** What the people domain adds to Person. */
@SignedIn()
@Resolver(() => PersonType)
export class ProfileResolver {
  constructor(
    private readonly loader: ProfileLoader,
    private readonly profiles: ProfileService,
    private readonly follows: FollowService,
    private readonly people: PersonLoader,
    private readonly workingTime: WorkingTimeQuery,
  ) {}

  @Mutation(() => PersonType, { description: 'Changes the viewer’s own profile. Errors: TEXT_TOO_LONG, TOO_MANY_ITEMS, LANGUAGE_UNKNOWN, TEXT_REQUIRED, LINK_INVALID, YEAR_INVALID, YEARS_REVERSED, TIME_ZONE_UNKNOWN, WORKING_DAYS_INVALID.' })
  async updateProfile(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What to change.' }) input: UpdateProfileInput): Promise<PersonEntity> {
    await this.profiles.edit(viewer, input);
    return this.people.required(viewer, viewer.personId);
  }

  @Mutation(() => PersonType, { description: 'Their posts come into the viewer’s home feed. Errors: PERSON_NOT_FOUND, FOLLOW_SELF.' })
  followPerson(@CurrentViewer() viewer: Viewer, @Args('id', personId) id: string): Promise<PersonEntity> {
    return this.follows.follow(viewer, id);
  }

  @Mutation(() => PersonType, { description: 'Their posts no longer come because of them. Errors: PERSON_NOT_FOUND, FOLLOW_SELF.' })
  unfollowPerson(@CurrentViewer() viewer: Viewer, @Args('id', personId) id: string): Promise<PersonEntity> {
    return this.follows.unfollow(viewer, id);
  }

  @ResolveField(() => String, { nullable: true, description: 'Where they work; from the HR file.' })
  async location(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer) {
    return (await this.loader.facts(viewer, person.id))?.location ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'The day they were hired, YYYY-MM-DD; from the HR file.' })
  async hiredOn(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer) {
    return (await this.loader.facts(viewer, person.id))?.hiredOn ?? null;
  }

  @ResolveField(() => String, { description: 'What they say of themselves; empty too when the viewer may not see it.' })
  async biography(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer) {
    return (await this.loader.said(viewer, person.id, 'biography')) ?? '';
  }

  @ResolveField(() => [String], { description: 'Languages that they speak, as BCP 47 codes; empty too when the viewer may not see them.' })
  async languages(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer) {
    return (await this.loader.said(viewer, person.id, 'languages')) ?? [];
  }

  @ResolveField(() => [String], { description: 'What they are glad to be asked about; empty too when the viewer may not see it.' })
  async askMeAbout(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer) {
    return (await this.loader.said(viewer, person.id, 'askMeAbout')) ?? [];
  }

  @ResolveField(() => String, { nullable: true, description: 'Whose clock they go by, as an IANA name; null when they did not choose one, or the viewer may not see it.' })
  async timeZone(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer) {
    return (await this.workingTime.said(viewer, person.id)).timeZone;
  }

  @ResolveField(() => [Int], { nullable: true, description: 'Days on which they work: Monday is 1, Sunday 7 (ISO 8601); null when they did not say, or the viewer may not see it.' })
  async workingDays(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer) {
    return (await this.workingTime.said(viewer, person.id)).workingDays;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer follows them.' })
  viewerFollows(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.loader.isFollowed(viewer, person.id);
  }

  @ResolveField(() => Int, { description: 'How many colleagues follow them.' })
  followerCount(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<number> {
    return this.loader.followerCount(viewer, person.id);
  }
}
