import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Administration, CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { Config, SignedIn } from '@parvis/platform/server';
import { ScimUserQuery } from '../user/scim-user.query.ts';
import type { ScimTokenEntity } from './scim-token.entity.ts';
import { CreatedScimTokenType, CreateScimTokenInput, ProvisioningType, ScimTokenStateEnum, ScimTokenType, type ScimTokenState } from './scim-token.type.ts';
import { mostTokens, ScimTokens } from './scim-tokens.ts';

@SignedIn()
@Resolver(() => ProvisioningType)
export class ProvisioningResolver {
  constructor(
    private readonly config: Config,
    private readonly administration: Administration,
    private readonly tokens: ScimTokens,
    private readonly users: ScimUserQuery,
  ) {}

  @Query(() => ProvisioningType, { description: 'How the company’s directory provisions Parvis; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED.' })
  async provisioning(@CurrentViewer() viewer: Viewer): Promise<ProvisioningType> {
    this.administration.require(viewer);
    return { address: `${this.config.publicUrl}/scim/v2`, hasEnvironmentToken: this.tokens.isInEnvironment, mostTokens, userCount: await this.users.count() };
  }

  @ResolveField('tokens', () => [ScimTokenType], { description: 'The newest first, at most 20; those that expired or were revoked among them.' })
  scimTokens(@CurrentViewer() viewer: Viewer): Promise<ScimTokenEntity[]> {
    return this.tokens.list(viewer);
  }
}

@SignedIn()
@Resolver(() => ScimTokenType)
export class ScimTokenResolver {
  constructor(
    private readonly tokens: ScimTokens,
    private readonly people: PersonLoader,
  ) {}

  @Mutation(() => CreatedScimTokenType, {
    description: 'Makes a token for the company’s directory; IT only. Two are live at most, so that one can take over from the other. Errors: FORBIDDEN, CONFIRMATION_NEEDED, TEXT_REQUIRED, TEXT_TOO_LONG, SCIM_EXPIRY_INVALID, SCIM_TOO_MANY_TOKENS.',
  })
  createScimToken(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Its name and for how long.' }) input: CreateScimTokenInput) {
    return this.tokens.make(viewer, input);
  }

  @Mutation(() => ScimTokenType, { description: 'From now on the token lets nobody in; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, SCIM_TOKEN_NOT_FOUND.' })
  revokeScimToken(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'The token’s UUID. Errors: ID_INVALID.' }) id: string): Promise<ScimTokenEntity> {
    return this.tokens.revoke(viewer, id);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who made it; null when they were erased since.' })
  madeBy(@Parent() token: ScimTokenEntity, @CurrentViewer() viewer: Viewer) {
    return token.madeById === null ? null : this.people.load(viewer, token.madeById);
  }

  @ResolveField(() => ScimTokenStateEnum, { description: 'Whether it still lets anybody in.' })
  state(@Parent() token: ScimTokenEntity): ScimTokenState {
    if (token.revokedAt) return 'revoked';
    return token.expiresAt.getTime() > Date.now() ? 'live' : 'expired';
  }
}
