import { Args, Field, Float, ID, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { checkedId, SignedIn } from '@parvis/platform/server';
import { IdeaLoader } from '../idea/idea.loader.ts';
import { IdeaType } from '../idea/idea.type.ts';
import { SimilarIdeasQuery, type Likeness } from './similar-ideas.query.ts';

const most = 3;
const readLength = 5_000;

@ObjectType('SimilarIdea', { description: 'An idea that says much the same as what is being written.' })
export class SimilarIdeaType {
  @Field(() => Float, { description: 'How much of what is written is in it, words weighed by how rare they are: from 0 to 1.' })
  share!: number;

  @Field(() => IdeaType, { description: 'The idea.' })
  idea!: IdeaType;
}

/** Query.similarIdeas. */
@SignedIn()
@Resolver(() => SimilarIdeaType)
export class SimilarIdeasResolver {
  constructor(
    private readonly query: SimilarIdeasQuery,
    private readonly ideas: IdeaLoader,
  ) {}

  @Query(() => [SimilarIdeaType], {
    description: 'Submitted ideas that the viewer sees and that say much the same as what they are writing, in any campaign or in the idea box, in French or in English; the most alike first, at most 3. What is written is not kept.',
    complexity: ({ childComplexity }) => 5 + most * childComplexity,
  })
  async similarIdeas(
    @CurrentViewer() viewer: Viewer,
    @Args('title', { description: 'The title so far; 5,000 characters count.' }) title: string,
    @Args('text', { defaultValue: '', description: 'Problem and proposal so far, as plain text; 5,000 characters count.' }) text: string,
    @Args('exceptId', { type: () => ID, nullable: true, description: 'The idea that is being written. Errors: ID_INVALID.' }) exceptId: string | null,
  ): Promise<Likeness[]> {
    const alike = await this.query.like(viewer, { title: read(title), text: read(text), exceptId: exceptId ? checkedId('exceptId', exceptId) : null }, most);
    // Withdrawn between two looks.
    const seen = await Promise.all(alike.map(({ ideaId }) => this.ideas.byId(viewer, ideaId)));
    return alike.filter((_, i) => seen[i] !== null);
  }

  @ResolveField(() => IdeaType, { description: 'The idea.' })
  idea(@Parent() { ideaId }: Likeness, @CurrentViewer() viewer: Viewer) {
    return this.ideas.byId(viewer, ideaId);
  }
}

const read = (text: string): string => text.replaceAll('\u0000', '').slice(0, readLength);
