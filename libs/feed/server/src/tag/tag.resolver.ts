import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import { PostConnection } from '../post/post.type.ts';
import { begunTag, checkedTag } from './tag-form.ts';
import { TagLoader } from './tag.loader.ts';
import { TagQuery } from './tag.query.ts';
import { TagService } from './tag.service.ts';
import { tagNamed, TagType } from './tag.type.ts';

const written = { description: 'With or without its #; letter case does not matter.' };

@SignedIn()
@Resolver(() => TagType)
export class TagResolver {
  constructor(
    private readonly query: TagQuery,
    private readonly service: TagService,
    private readonly loader: TagLoader,
  ) {}

  @Query(() => TagType, { description: 'A hashtag, used or not. Errors: TAG_INVALID.' })
  tag(@Args('name', written) name: string): TagType {
    return tagNamed(checkedTag(name));
  }

  @Query(() => PostConnection, { description: 'Posts with a hashtag, newest first. Errors: TAG_INVALID.', complexity: pageCost })
  tagFeed(@CurrentViewer() viewer: Viewer, @Args('tag', written) tag: string, @Args() page: PageArgs) {
    return this.query.feed(viewer, checkedTag(tag), pageRequest(page));
  }

  @Query(() => [TagType], {
    description: 'The hashtags used most in the last 30 days in posts that the viewer may read (of the newest 4,000 uses), most first. Errors: PAGE_TOO_LARGE.',
    complexity: pageCost,
  })
  async popularTags(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'How many, 1 to 50.' }) first: number,
  ): Promise<TagType[]> {
    return (await this.query.popular(viewer, pageRequest({ first }).first)).map(tagNamed);
  }

  @Query(() => [TagType], {
    description: 'Hashtags that begin so, whatever their accents and letter case, of posts that the viewer may read, the most used first; none for what cannot begin one. Errors: PAGE_TOO_LARGE.',
    complexity: pageCost,
  })
  async suggestedTags(
    @CurrentViewer() viewer: Viewer,
    @Args('begun', { description: 'What is typed so far, with or without its #.' }) begun: string,
    @Args('first', { type: () => Int, defaultValue: 6, description: 'How many, 1 to 50.' }) first: number,
  ): Promise<TagType[]> {
    const { first: most } = pageRequest({ first });
    const tag = begunTag(begun);
    return tag ? (await this.query.begunWith(viewer, tag, most)).map(tagNamed) : [];
  }

  @Query(() => [TagType], { description: 'The hashtags that the viewer follows (100 at most), by name; nobody else can learn of them.', complexity: ({ childComplexity }) => 1 + 100 * childComplexity })
  async followedTags(@CurrentViewer() viewer: Viewer): Promise<TagType[]> {
    return (await this.query.followedBy(viewer.personId)).map(tagNamed);
  }

  @Mutation(() => TagType, { description: 'Posts with the hashtag come into the viewer’s feed. Errors: TAG_INVALID, TAG_FOLLOWS_TOO_MANY.' })
  async followTag(@CurrentViewer() viewer: Viewer, @Args('name', written) name: string): Promise<TagType> {
    return tagNamed(await this.service.follow(viewer, name));
  }

  @Mutation(() => TagType, { description: 'Posts no longer come because of the hashtag. Errors: TAG_INVALID.' })
  async unfollowTag(@CurrentViewer() viewer: Viewer, @Args('name', written) name: string): Promise<TagType> {
    return tagNamed(await this.service.unfollow(viewer, name));
  }

  @ResolveField(() => Int, { description: 'How many posts with it the viewer may read; 1,000 stands for that many or more.' })
  postCount(@Parent() tag: TagType, @CurrentViewer() viewer: Viewer): Promise<number> {
    return this.loader.postCount(viewer, tag.name);
  }

  @ResolveField(() => Boolean, { description: 'Whether its posts come into the viewer’s feed.' })
  viewerFollows(@Parent() tag: TagType, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.loader.follows(viewer, tag.name);
  }

  @ResolveField(() => [TagType], {
    description: 'At most five hashtags that stand most often beside it in its newest posts.',
    complexity: ({ childComplexity }) => 1 + 5 * childComplexity,
  })
  async related(@Parent() tag: TagType, @CurrentViewer() viewer: Viewer): Promise<TagType[]> {
    return (await this.loader.related(viewer, tag.name)).map(tagNamed);
  }
}
