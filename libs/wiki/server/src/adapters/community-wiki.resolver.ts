import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityType, type CommunityEntity } from '@parvis/communities/server';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { WikiPageEntity } from '../page/wiki-page.entity.ts';
import { WikiPageQuery } from '../page/wiki-page.query.ts';
import { WikiPageType } from '../page/wiki-page.type.ts';

// A table of contents holds titles; whoever asks for the text of all of them pays for it.
const contentsCost = ({ childComplexity }: { childComplexity: number }): number => 100 + 50 * childComplexity;

/** Community.wikiPages. */
@SignedIn()
@Resolver(() => CommunityType)
export class CommunityWikiResolver {
  constructor(private readonly query: WikiPageQuery) {}

  @ResolveField(() => [WikiPageType], { description: 'Its pages by title, at most 500 unless another community became part of it; `parentId` makes a tree of them. Empty when the viewer may not read.', complexity: contentsCost })
  wikiPages(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer): Promise<WikiPageEntity[]> {
    return this.query.ofCommunity(viewer, community.id);
  }

  @ResolveField(() => [WikiPageType], { description: 'Pages that were taken off, newest first, at most 50; empty unless the viewer animates the community.', complexity: contentsCost })
  deletedWikiPages(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer): Promise<WikiPageEntity[]> {
    return this.query.deletedOf(viewer, community.id);
  }
}
