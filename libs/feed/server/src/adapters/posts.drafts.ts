import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommunityLoader } from '@parvis/communities/server';
import { DraftSubjects, firstWords, type DraftAbout, type DraftPlace, type DraftSubjectKind } from '@parvis/conversations/server';
import { PersonLoader, type Viewer } from '@parvis/identity/server';
import { isId, perViewer } from '@parvis/platform/server';
import { PostQuery } from '../post/post.query.ts';

/** Posts to come, named by their community, changes of one’s own, and comments. */
@Injectable()
export class PostsDrafts implements DraftSubjectKind, OnModuleInit {
  readonly prefixes = ['post.home', 'post.community', 'edit.post', 'comment'];
  private readonly posts;

  constructor(
    private readonly subjects: DraftSubjects,
    private readonly communities: CommunityLoader,
    private readonly people: PersonLoader,
    query: PostQuery,
  ) {
    this.posts = perViewer((viewer: Viewer, ids: readonly string[]) => query.byIds(viewer, ids));
  }

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async about(viewer: Viewer, { prefix, id, place }: DraftPlace): Promise<DraftAbout | null> {
    // The composer of the home page says itself when the chosen community is lost.
    if (prefix === 'post.home') return { title: await this.nameOf(viewer, place), personName: null, path: '/' };
    if (!id) return null;
    if (prefix !== 'post.community') return this.aboutPost(viewer, id);
    const title = await this.nameOf(viewer, id);
    return title === null ? null : { title, personName: null, path: `/communities/${id}` };
  }

  private async nameOf(viewer: Viewer, communityId: string | null): Promise<string | null> {
    if (!communityId || !isId(communityId)) return null;
    return (await this.communities.canRead(viewer, communityId)) ? ((await this.communities.byId(viewer, communityId))?.name ?? null) : null;
  }

  private async aboutPost(viewer: Viewer, id: string): Promise<DraftAbout | null> {
    const post = await this.posts(viewer).load(id);
    if (!post) return null;
    const author = await this.people.required(viewer, post.authorId);
    return { title: firstWords(post.title ?? post.text), personName: author.displayName, path: `/posts/${post.id}` };
  }
}
