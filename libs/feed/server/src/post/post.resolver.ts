import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityLoader, CommunityType } from '@parvis/communities/server';
import { ConversationType } from '@parvis/conversations/server';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { checkedId, SignedIn } from '@parvis/platform/server';
import type { PostEntity } from './post.entity.ts';
import { PostRevisionLoader } from './post-revision.loader.ts';
import { PostWriter } from './post-writer.ts';
import { PostQuery } from './post.query.ts';
import { PostService } from './post.service.ts';
import { CreatePostInput, EditPostInput, PostRevisionType, PostType } from './post.type.ts';

const postId = { type: () => ID, description: 'UUID. Errors: ID_INVALID.' };

@SignedIn()
@Resolver(() => PostType)
export class PostResolver {
  constructor(
    private readonly query: PostQuery,
    private readonly service: PostService,
    private readonly people: PersonLoader,
    private readonly communities: CommunityLoader,
    private readonly revisionLoader: PostRevisionLoader,
    private readonly writers: PostWriter,
  ) {}

  @Query(() => PostType, { nullable: true, description: 'Null when missing, deleted or out of sight. Errors: ID_INVALID.' })
  post(@CurrentViewer() viewer: Viewer, @Args('id', postId) id: string): Promise<PostEntity | null> {
    return this.query.byId(viewer, checkedId('id', id));
  }

  @Mutation(() => PostType, { description: 'Publishes a post. Errors: POST_NOT_DELEGATED, COMMUNITY_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_ARCHIVED, POST_PART_MISSING, POST_PART_NOT_OF_KIND, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  createPost(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The post.' }) input: CreatePostInput): Promise<PostEntity> {
    return this.service.create(viewer, input);
  }

  @Mutation(() => PostType, { description: 'Changes one’s own post; what it said before is kept. Errors: POST_NOT_FOUND, POST_NOT_YOURS, COMMUNITY_ARCHIVED, POST_PART_NOT_OF_KIND, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  editPost(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The change.' }) input: EditPostInput): Promise<PostEntity> {
    return this.service.edit(viewer, input);
  }

  @Mutation(() => ID, { description: 'Takes one’s own post back; returns its UUID. Errors: POST_NOT_FOUND, POST_NOT_YOURS.' })
  deletePost(@CurrentViewer() viewer: Viewer, @Args('id', postId) id: string): Promise<string> {
    return this.service.delete(viewer, id);
  }

  @ResolveField(() => PersonType, { description: 'In whose name it stands; who wrote it, unless `writtenBy` says otherwise.' })
  author(@Parent() post: PostEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, post.authorId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who wrote it on behalf of the author, by a declared delegation; null: the author. Show both names.' })
  writtenBy(@Parent() post: PostEntity, @CurrentViewer() viewer: Viewer) {
    return post.writtenById ? this.people.required(viewer, post.writtenById) : null;
  }

  @ResolveField(() => CommunityType, { nullable: true, description: 'Where it was written; null: to the whole company.' })
  community(@Parent() post: PostEntity, @CurrentViewer() viewer: Viewer) {
    return post.communityId ? this.communities.byId(viewer, post.communityId) : null;
  }

  @ResolveField(() => ConversationType, { description: 'What people say under it and how they react.' })
  conversation(@Parent() post: PostEntity): ConversationType {
    return { id: post.id };
  }

  @ResolveField(() => [PostRevisionType], {
    description: 'The newest 20 former versions, newest first; empty when never changed.',
    complexity: ({ childComplexity }) => 1 + 20 * childComplexity,
  })
  revisions(@Parent() post: PostEntity, @CurrentViewer() viewer: Viewer) {
    return post.editedAt ? this.revisionLoader.load(viewer, post.id) : [];
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change it: not where the community is archived.' })
  async viewerCanEdit(@Parent() post: PostEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    if (!(await this.writers.mayChange(viewer, post))) return false;
    return !post.communityId || !(await this.communities.byId(viewer, post.communityId))?.archivedAt;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may take it back.' })
  viewerCanDelete(@Parent() post: PostEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.writers.mayChange(viewer, post);
  }
}
