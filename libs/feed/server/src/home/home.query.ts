import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import type { Connection, PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import type { PostEntity } from '../post/post.entity.ts';
import { beforeId, PostQuery } from '../post/post.query.ts';
import { newestIdsSql, type FeedSource } from './feed-source.ts';

/** Feeds, newest first, merged when they are read. What the viewer has muted is left out. */
@Injectable()
export class HomeQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly posts: PostQuery,
  ) {}

  /** With `from`, the first page begins at that post, or at the next one that is there. */
  async feed(viewer: Viewer, page: PageRequest, source: FeedSource = 'following', from: string | null = null): Promise<Connection<PostEntity>> {
    const before = beforeId(page) ?? (from && idAfter(from));
    const rows: { id: string }[] = await this.dataSource.query(newestIdsSql(source), [viewer.personId, before, page.first + 1]);
    return this.posts.pageOf(viewer, rows.map(({ id }) => id), page);
  }
}

const largest = (1n << 128n) - 1n;

/** The next of all ids: what starts before it starts with the id itself. */
function idAfter(id: string): string {
  const number = BigInt(`0x${id.replaceAll('-', '')}`);
  const hex = (number === largest ? number : number + 1n).toString(16).padStart(32, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
