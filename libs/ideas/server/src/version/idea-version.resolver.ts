import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityNames, toMarkdown, type RichTextDocument } from '@parvis/conversations/server';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { Config, PageArgs, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import type { IdeaVersionEntity } from '../idea/idea-version.entity.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { IdeaLoader } from '../idea/idea.loader.ts';
import { IdeaType } from '../idea/idea.type.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { comparedParts, type ComparedPart } from './idea-comparison.ts';
import { IdeaVersionQuery } from './idea-version.query.ts';
import { ComparedIdeaPartType, IdeaVersionConnection, IdeaVersionType } from './idea-version.type.ts';

/** The versions of an idea, and what changed between two of them. */
@SignedIn()
@Resolver(() => IdeaType)
export class IdeaVersionsResolver {
  constructor(
    private readonly query: IdeaVersionQuery,
    private readonly ideas: IdeaLoader,
    private readonly names: CommunityNames,
    private readonly config: Config,
  ) {}

  @ResolveField(() => IdeaVersionConnection, { description: 'What it said since it was submitted, the newest first; none for a draft. Errors: CURSOR_INVALID, PAGE_TOO_LARGE.', complexity: perParentPageCost })
  versions(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.of(viewer, idea.id, pageRequest(page));
  }

  @ResolveField(() => [ComparedIdeaPartType], {
    description: 'What changed between two versions, part by part and word by word; parts that say the same are left out; empty for who judges it blind. Errors: IDEA_VERSION_NOT_FOUND.',
    complexity: ({ childComplexity }) => 200 + childComplexity,
  })
  async comparison(
    @Parent() idea: IdeaEntity,
    @CurrentViewer() viewer: Viewer,
    @Args('from', { type: () => Int, description: 'Number of the earlier one.' }) from: number,
    @Args('to', { type: () => Int, description: 'Number of the later one.' }) to: number,
  ): Promise<ComparedPart[]> {
    if (await this.ideas.isJudgedBlind(viewer, idea.id)) return [];
    const [before, after] = await Promise.all([this.query.numbered(idea.id, from), this.query.numbered(idea.id, to)]);
    if (!before || !after) throw ideasErrors.versionNotFound();
    const named = new Map<RichTextDocument, RichTextDocument>();
    for (const { words } of [before, after]) named.set(words.proposal, await this.names.named(viewer, words.proposal));
    return comparedParts(before.words, after.words, (proposal) => toMarkdown(named.get(proposal) ?? proposal, { baseUrl: this.config.publicUrl }));
  }
}

@SignedIn()
@Resolver(() => IdeaVersionType)
export class IdeaVersionResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { description: 'Who saved it.' })
  author(@Parent() version: IdeaVersionEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, version.authorId);
  }
}
