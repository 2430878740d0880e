import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import type { PostRevisionEntity } from './post-revision.entity.ts';
import { PostQuery } from './post.query.ts';

/** Former versions of a list of posts, in one SQL. */
@Injectable()
export class PostRevisionLoader {
  private readonly byPost;

  constructor(query: PostQuery) {
    this.byPost = perViewer((_viewer: Viewer, ids: readonly string[]) => query.revisions(ids));
  }

  load = async (viewer: Viewer, postId: string): Promise<PostRevisionEntity[]> => (await this.byPost(viewer).load(postId)) ?? [];
}
