import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityNames, comparison, fromMarkdown, RichText, toMarkdown, VersionPieceType, type RichTextDocument, type VersionPiece } from '@parvis/conversations/server';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { Config, limited, PageArgs, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import type { WikiPageEntity } from '../page/wiki-page.entity.ts';
import { WikiPageLoader } from '../page/wiki-page.loader.ts';
import { WikiPageType } from '../page/wiki-page.type.ts';
import { wikiErrors } from '../wiki.errors.ts';
import type { WikiVersionEntity } from './wiki-version.entity.ts';
import { WikiVersionQuery } from './wiki-version.query.ts';
import { WikiVersionConnection, WikiVersionType } from './wiki-version.type.ts';

const maxMarkdownLength = 60_000;

/** The versions of a page, their comparison, and pages as Markdown. */
@SignedIn()
@Resolver(() => WikiPageType)
export class WikiPageVersionsResolver {
  constructor(
    private readonly query: WikiVersionQuery,
    private readonly pages: WikiPageLoader,
    private readonly names: CommunityNames,
    private readonly config: Config,
  ) {}

  @Query(() => RichText, { description: 'Markdown (GitHub’s, without HTML) as rich text, to go on writing; at most 60,000 characters. Errors: TEXT_TOO_LONG.' })
  richTextOfMarkdown(@Args('markdown', { description: 'The text.' }) markdown: string): RichTextDocument {
    return fromMarkdown(limited('markdown', markdown, maxMarkdownLength), { baseUrl: this.config.publicUrl });
  }

  @ResolveField(() => WikiVersionConnection, { description: 'Newest first.', complexity: perParentPageCost })
  versions(@Parent() page: WikiPageEntity, @Args() args: PageArgs) {
    return this.query.of(page.id, pageRequest(args));
  }

  @ResolveField(() => WikiVersionType, { nullable: true, description: 'One of its versions; null when there is none with this number.' })
  versionNumbered(@Parent() page: WikiPageEntity, @Args('number', { type: () => Int, description: 'From 1.' }) number: number) {
    return this.query.numbered(page.id, number);
  }

  @ResolveField(() => String, { description: 'Title and text as Markdown (GitHub’s); mentions are links.' })
  async markdown(@Parent() page: WikiPageEntity, @CurrentViewer() viewer: Viewer): Promise<string> {
    return this.markdownOf(viewer, await this.pages.newestVersion(viewer, page.id));
  }

  @ResolveField(() => [VersionPieceType], {
    description: 'What changed between two versions, word by word. Errors: WIKI_VERSION_NOT_FOUND.',
    complexity: ({ childComplexity }) => 200 + childComplexity,
  })
  async comparison(
    @Parent() page: WikiPageEntity,
    @CurrentViewer() viewer: Viewer,
    @Args('from', { type: () => Int, description: 'Number of the earlier one.' }) from: number,
    @Args('to', { type: () => Int, description: 'Number of the later one.' }) to: number,
  ): Promise<VersionPiece[]> {
    const [before, after] = await Promise.all([this.query.numbered(page.id, from), this.query.numbered(page.id, to)]);
    if (!before || !after) throw wikiErrors.versionNotFound();
    return comparison(await this.markdownOf(viewer, before), await this.markdownOf(viewer, after));
  }

  private async markdownOf(viewer: Viewer, { title, body }: WikiVersionEntity): Promise<string> {
    return `# ${title}\n\n${toMarkdown(await this.names.named(viewer, body), { baseUrl: this.config.publicUrl })}`;
  }
}

@SignedIn()
@Resolver(() => WikiVersionType)
export class WikiVersionResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { description: 'Who saved it.' })
  author(@Parent() version: WikiVersionEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, version.authorId);
  }
}
