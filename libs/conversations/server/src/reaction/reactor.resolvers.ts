import { Args, ArgsType, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import type { CommentEntity } from '../comment/comment.entity.ts';
import { CommentType } from '../comment/comment.type.ts';
import { ConversationType } from '../conversation.type.ts';
import type { ReactionKind } from './reaction.entity.ts';
import { ReactionKindEnum } from './reaction.type.ts';
import { ReactorQuery, type ReactorRow } from './reactor.query.ts';
import { ReactorConnection, ReactorType } from './reactor.type.ts';

@ArgsType()
class ReactorArgs extends PageArgs {
  @Field(() => ReactionKindEnum, { nullable: true, description: 'Only those who reacted in this way; left out: everybody.' })
  kind?: ReactionKind | null;
}

const reactors = { description: 'Who reacted, latest first.', complexity: perParentPageCost };

/** Conversation.reactors. */
@SignedIn()
@Resolver(() => ConversationType)
export class ConversationReactorsResolver {
  constructor(private readonly query: ReactorQuery) {}

  @ResolveField(() => ReactorConnection, reactors)
  reactors(@Parent() conversation: ConversationType, @CurrentViewer() viewer: Viewer, @Args() { kind, ...page }: ReactorArgs) {
    return this.query.page(viewer, conversation.id, kind ?? null, pageRequest(page));
  }
}

/** Comment.reactors. */
@SignedIn()
@Resolver(() => CommentType)
export class CommentReactorsResolver {
  constructor(private readonly query: ReactorQuery) {}

  @ResolveField(() => ReactorConnection, reactors)
  reactors(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer, @Args() { kind, ...page }: ReactorArgs) {
    return this.query.page(viewer, comment.id, kind ?? null, pageRequest(page));
  }
}

@SignedIn()
@Resolver(() => ReactorType)
export class ReactorResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { description: 'Who.' })
  person(@Parent() reactor: ReactorRow, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, reactor.personId);
  }
}
