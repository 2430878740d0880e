import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityQuery, CommunityType } from '@parvis/communities/server';
import { CurrentViewer, IdentityProviderType, SignInTrialPersonType, type Viewer } from '@parvis/identity/server';
import { perViewer, SignedIn } from '@parvis/platform/server';
import { SignInCommunities, type SignInCommunity } from './sign-in-communities.ts';
import { SignInCommunityInput, SignInCommunityType } from './sign-in-communities.type.ts';

/** What groups give at sign-in, on the page of an identity provider. Whoever reads the parent is of IT, and has confirmed it. */
@SignedIn()
@Resolver(() => IdentityProviderType)
export class IdentityProviderCommunitiesResolver {
  constructor(private readonly communities: SignInCommunities) {}

  @ResolveField('communities', () => [SignInCommunityType], { description: 'Open communities in which its groups give a place at every sign-in, by name.', complexity: ({ childComplexity }) => 10 + 20 * childComplexity })
  communitiesOf(@Parent() provider: IdentityProviderType): Promise<SignInCommunity[]> {
    return this.communities.of(provider);
  }

  @Mutation(() => [SignInCommunityType], {
    description:
      'Says which groups of an identity provider of the pages give a place in which open communities, from everybody’s next sign-in on; all of them: what is not named gives nothing. Returns them as they stand. ' +
      'Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, TEXT_TOO_LONG, TOO_MANY_ITEMS (50 communities), SIGN_IN_PROVIDER_NOT_FOUND (also for one that the environment names), SCIM_COMMUNITY_NOT_OPEN.',
    complexity: ({ childComplexity }) => 100 + 20 * childComplexity,
  })
  mapSignInGroups(
    @CurrentViewer() viewer: Viewer,
    @Args('providerId', { type: () => ID, description: 'That of the identity provider.' }) providerId: string,
    @Args('communities', { type: () => [SignInCommunityInput], description: 'At most 50.' }) communities: SignInCommunityInput[],
  ): Promise<SignInCommunity[]> {
    return this.communities.map(viewer, providerId, communities);
  }
}

@SignedIn()
@Resolver(() => SignInCommunityType)
export class SignInCommunityResolver {
  private readonly communities;

  constructor(communities: CommunityQuery) {
    this.communities = perViewer((viewer: Viewer, ids: readonly string[]) => communities.byIds(viewer, ids));
  }

  @ResolveField(() => CommunityType, { nullable: true, description: 'The community; null when there is none of that name, when several have it, or when the viewer may not see it any more.' })
  community(@Parent() { communityId }: SignInCommunity, @CurrentViewer() viewer: Viewer) {
    return communityId === null ? null : this.communities(viewer).load(communityId);
  }
}

/** Who would have signed in, as the trial kept it. */
interface TriedPerson {
  issuer?: string;
  groups?: readonly string[] | null;
}

@SignedIn()
@Resolver(() => SignInTrialPersonType)
export class SignInTrialCommunitiesResolver {
  private readonly loaded;

  constructor(
    private readonly communities: SignInCommunities,
    query: CommunityQuery,
  ) {
    this.loaded = perViewer((viewer: Viewer, ids: readonly string[]) => query.byIds(viewer, ids));
  }

  @ResolveField('communities', () => [CommunityType], { description: 'Communities in which their groups would give them a place, as things stand now.', complexity: ({ childComplexity }) => 10 + 20 * childComplexity })
  async communitiesOf(@Parent() { issuer, groups }: TriedPerson, @CurrentViewer() viewer: Viewer) {
    const ids = issuer && groups ? await this.communities.givenBy(issuer, groups) : [];
    return (await Promise.all(ids.map((id) => this.loaded(viewer).load(id)))).filter((community) => community !== null);
  }
}
