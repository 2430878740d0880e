import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { checkedId, pageCost, PageArgs, pageRequest, SignedIn } from '@parvis/platform/server';
import { kindCount, SearchKindEnum, type SearchKind } from './search-kind.ts';
import type { SearchFilter } from './search-source.ts';
import { SearchService } from './search.service.ts';
import { SearchAnswerType, SearchFilterInput, SearchHitConnection } from './search.type.ts';

const text = { description: 'What to look for: words, « "quoted phrases" », « -excluded »; only the first 200 characters count.' };
const filters = { type: () => SearchFilterInput, nullable: true, description: 'Only what these let through.' };

@SignedIn()
@Resolver()
export class SearchResolver {
  constructor(private readonly service: SearchService) {}

  @Query(() => SearchAnswerType, {
    description:
      'Finds what the viewer may see, best first within each kind. When nothing is written with the words, nearly the same words are looked for instead. Empty text finds nothing. Errors: PAGE_TOO_LARGE.',
    complexity: ({ args, childComplexity }) => 1 + Number(args['first'] ?? 5) * kindCount() * childComplexity,
  })
  search(
    @CurrentViewer() viewer: Viewer,
    @Args('text', text) typed: string,
    @Args('kinds', { type: () => [SearchKindEnum], nullable: true, description: 'Only these kinds; all when left out.' }) kinds?: SearchKind[] | null,
    @Args('filter', filters) filter?: SearchFilterInput | null,
    @Args('first', { type: () => Int, defaultValue: 5, description: 'How many of each kind at most, from 1 to 20.' }) first = 5,
    @Args('isTyping', { type: () => Boolean, defaultValue: false, description: 'Whether the last word may go on. Counts then end at 100.' }) isTyping = false,
    @Args('isExact', { type: () => Boolean, defaultValue: false, description: 'Whether to look for exactly what was typed.' }) isExact = false,
  ) {
    return this.service.search(viewer, { text: typed, kinds: kinds ?? null, filter: checked(filter), first, isTyping, isExact });
  }

  @Query(() => SearchHitConnection, { description: 'What is found of one kind by exactly these words, page by page, at most 500 hits.', complexity: pageCost })
  searchHits(
    @CurrentViewer() viewer: Viewer,
    @Args('text', text) typed: string,
    @Args('kind', { type: () => SearchKindEnum, description: 'The kind.' }) kind: SearchKind,
    @Args() page: PageArgs,
    @Args('filter', filters) filter?: SearchFilterInput | null,
  ) {
    return this.service.hits(viewer, typed, kind, checked(filter), pageRequest(page));
  }
}

/** Errors: ID_INVALID. */
function checked(filter: SearchFilterInput | null | undefined): SearchFilter {
  const { authorId, communityId, facet, from, to } = filter ?? {};
  return {
    authorId: authorId ? checkedId('authorId', authorId) : null,
    communityId: communityId ? checkedId('communityId', communityId) : null,
    facet: facet?.replaceAll('\u0000', '').slice(0, 40) || null,
    from: from ?? null,
    to: to ?? null,
  };
}
