import { type OnModuleInit } from '@nestjs/common';
import { Args, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { Contributions } from '@parvis/people/server';
import { connectionType, PageArgs, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import { wikiPageVisibleTo } from '../page/wiki-page.access.ts';
import { WikiPageQuery } from '../page/wiki-page.query.ts';
import { WikiPageType } from '../page/wiki-page.type.ts';

@ObjectType('WikiPageConnection', { description: 'A page of a list of wiki pages.' })
export class WikiPageConnection extends connectionType('WikiPage', () => WikiPageType) {}

/** Person.wikiPages, and their number. */
@SignedIn()
@Resolver(() => PersonType)
export class PersonWikiResolver implements OnModuleInit {
  constructor(
    private readonly query: WikiPageQuery,
    private readonly contributions: Contributions,
  ) {}

  onModuleInit(): void {
    this.contributions.register({
      kind: 'wiki-page',
      countOf: (person, viewer) =>
        `(SELECT count(DISTINCT told.id)::int FROM wiki_version own JOIN wiki_page told ON told.id = own.page_id WHERE own.author_id = ${person} AND ${wikiPageVisibleTo('told', viewer)})`,
    });
  }

  @ResolveField(() => WikiPageConnection, { description: 'Pages of which they wrote a version and that the viewer may read, by their newest version of each, the newest first.', complexity: perParentPageCost })
  wikiPages(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.byWriter(viewer, person.id, pageRequest(page));
  }
}
