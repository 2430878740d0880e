import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { Audience, ProfileField } from './profile-field.ts';
import { ProfileVisibilityLoader } from './profile-visibility.loader.ts';
import { ProfileVisibilityService, type VisibilityChoice } from './profile-visibility.service.ts';
import { AudienceEnum, ProfileFieldEnum, ProfileVisibilityInput, ProfileVisibilityType } from './profile-visibility.type.ts';

/** Who sees what of one's own profile. */
@SignedIn()
@Resolver(() => PersonType)
export class ProfileVisibilityResolver {
  constructor(
    private readonly loader: ProfileVisibilityLoader,
    private readonly service: ProfileVisibilityService,
    private readonly people: PersonLoader,
  ) {}

  @Mutation(() => PersonType, { description: 'Who may see the fields of the viewer’s own profile; those that are not named stay. Answers the viewer.' })
  async setProfileVisibility(
    @CurrentViewer() viewer: Viewer,
    @Args('choices', { type: () => [ProfileVisibilityInput], description: 'Of a field named twice, the last counts.' }) choices: VisibilityChoice[],
  ): Promise<PersonEntity> {
    await this.service.choose(viewer, choices);
    return this.people.required(viewer, viewer.personId);
  }

  @ResolveField(() => [ProfileVisibilityType], { nullable: true, description: 'Who sees each field, for the owner of the profile; null for anybody else.' })
  profileVisibility(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<VisibilityChoice[]> | null {
    return person.id === viewer.personId ? this.loader.audiences(viewer) : null;
  }

  @ResolveField(() => [ProfileFieldEnum], {
    nullable: true,
    description: 'The fields that a colleague of that audience sees, and of no narrower one (EVERYONE: of another department, with no community in common): for the owner of the profile; null for anybody else.',
  })
  seenBy(
    @Parent() person: PersonEntity,
    @CurrentViewer() viewer: Viewer,
    @Args('audience', { type: () => AudienceEnum, description: 'Who looks. NOBODY sees nothing.' }) audience: Audience,
  ): Promise<ProfileField[]> | null {
    return person.id === viewer.personId ? this.loader.seenBy(viewer, audience) : null;
  }
}
