import { Args, Field, ID, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { searchKinds, type SearchHit, type SearchKind } from './search-source.ts';
import { SearchService } from './search.service.ts';

const SearchKindEnum = { PERSON: 'person', COMMUNITY: 'community', POST: 'post', COMMENT: 'comment' } as const satisfies Record<string, SearchKind>;

registerEnumType(SearchKindEnum, {
  name: 'SearchKind',
  description: 'What can be found.',
  valuesMap: {
    PERSON: { description: 'Somebody who works here now.' },
    COMMUNITY: { description: 'A community.' },
    POST: { description: 'A post.' },
    COMMENT: { description: 'A comment.' },
  },
});

@ObjectType('SearchHit', { description: 'Something found, that the viewer may see.' })
export class SearchHitType implements SearchHit {
  @Field(() => SearchKindEnum, { description: 'What it is.' })
  kind!: SearchKind;

  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => ID, { description: 'Whose page shows it: its own UUID, or the post’s for a comment.' })
  targetId!: string;

  @Field({ description: 'A name, or the author and title.' })
  title!: string;

  @Field({ description: 'A short part of it, plain text.' })
  extract!: string;
}

@SignedIn()
@Resolver(() => SearchHitType)
export class SearchResolver {
  constructor(private readonly service: SearchService) {}

  @Query(() => [SearchHitType], {
    description: 'Finds people, communities, posts and comments that the viewer may see, best first within each kind. Empty text finds nothing. Errors: PAGE_TOO_LARGE.',
    complexity: ({ args, childComplexity }) => 1 + Number(args['first'] ?? 8) * searchKinds.length * childComplexity,
  })
  search(
    @CurrentViewer() viewer: Viewer,
    @Args('text', { description: 'What to look for; only the first 200 characters count.' }) text: string,
    @Args('kinds', { type: () => [SearchKindEnum], nullable: true, description: 'Only these kinds; all when left out.' }) kinds?: SearchKind[] | null,
    @Args('first', { type: () => Int, defaultValue: 8, description: 'How many of each kind at most, from 1 to 20.' }) first = 8,
  ): Promise<SearchHit[]> {
    return this.service.search(viewer, text, kinds ?? searchKinds, first);
  }
}
