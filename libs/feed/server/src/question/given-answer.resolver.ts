import { Args, Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommentType, type CommentEntity } from '@parvis/conversations/server';
import { CurrentViewer, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { connectionType, PageArgs, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import { PostType } from '../post/post.type.ts';
import { GivenAnswerQuery } from './given-answer.query.ts';

@ObjectType('GivenAnswer', { description: 'An answer to a question of somebody else.' })
export class GivenAnswerType {
  @Field(() => CommentType, { description: 'The answer.' })
  comment!: CommentEntity;
}

@ObjectType('GivenAnswerConnection', { description: 'A page of answers.' })
export class GivenAnswerConnection extends connectionType('GivenAnswer', () => GivenAnswerType) {}

/** Person.answers. */
@SignedIn()
@Resolver(() => PersonType)
export class PersonAnswersResolver {
  constructor(private readonly query: GivenAnswerQuery) {}

  @ResolveField(() => GivenAnswerConnection, { description: 'Their answers to questions of others that the viewer may read: those that were accepted first, then the newest.', complexity: perParentPageCost })
  async answers(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer, @Args() page: PageArgs): Promise<GivenAnswerConnection> {
    const { edges, pageInfo } = await this.query.by(viewer, person.id, pageRequest(page));
    return { edges: edges.map(({ cursor, node }) => ({ cursor, node: { comment: node } })), pageInfo };
  }
}

@SignedIn()
@Resolver(() => GivenAnswerType)
export class GivenAnswerResolver {
  constructor(private readonly query: GivenAnswerQuery) {}

  @ResolveField(() => PostType, { nullable: true, description: 'The question; null when it went out of sight in this very moment.' })
  question(@Parent() { comment }: GivenAnswerType, @CurrentViewer() viewer: Viewer) {
    return this.query.question(viewer, comment);
  }
}
