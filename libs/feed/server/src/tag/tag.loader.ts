import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { TagQuery } from './tag.query.ts';

/** What a list of hashtags shows of each, in one SQL for each kind of fact. */
@Injectable()
export class TagLoader {
  private readonly loaders;

  constructor(query: TagQuery) {
    this.loaders = {
      followed: perViewer((viewer: Viewer, tags: readonly string[]) => query.followedAmong(viewer, tags)),
      postCount: perViewer((viewer: Viewer, tags: readonly string[]) => query.postCounts(viewer, tags)),
      related: perViewer((viewer: Viewer, tags: readonly string[]) => query.related(viewer, tags)),
    };
  }

  follows = async (viewer: Viewer, tag: string): Promise<boolean> => (await this.loaders.followed(viewer).load(tag)) ?? false;

  postCount = async (viewer: Viewer, tag: string): Promise<number> => (await this.loaders.postCount(viewer).load(tag)) ?? 0;

  related = async (viewer: Viewer, tag: string): Promise<string[]> => (await this.loaders.related(viewer).load(tag)) ?? [];
}
