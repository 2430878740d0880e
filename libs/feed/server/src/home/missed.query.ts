import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { daysAgo, decodeCursor, encodeCursor, firstIdAt, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { PostQuery } from '../post/post.query.ts';
import { ReadingQuery } from '../reading/reading.query.ts';
import { FactsQuery } from './facts.query.ts';
import { newestIdsSql, unreadSince, type FeedSource } from './feed-source.ts';
import type { FeedPage } from './feed.type.ts';
import { byRank, missedCandidates, missedWindowDays, ranked, type Ranked } from './score.ts';

/**
 * « What I missed »: the unread posts of a feed since the reader last marked all as read, or of the last 14 days, ranked by the stated formula. Of the
 * newest 300 of them the facts are gathered when it is read; nothing is kept. The cursor holds the instant of the first page, so that ranks do not
 * move between pages.
 */
@Injectable()
export class MissedQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly posts: PostQuery,
    private readonly reading: ReadingQuery,
    private readonly facts: FactsQuery,
  ) {}

  async feed(viewer: Viewer, page: PageRequest, source: FeedSource): Promise<FeedPage> {
    const [atMs, rank, id] = page.after ? decodeCursor(page.after, ['position', 'position', 'id']) : [Date.now(), null, null];
    const at = new Date(Math.min(Number(atMs), Date.now()));
    const inOrder = await this.ranking(viewer, source, at);
    const rest = id === null ? inOrder : inOrder.filter((post) => byRank({ rank: Number(rank), id: String(id) }, post) < 0);
    const shown = rest.slice(0, page.first);
    const posts = await this.posts.byIds(viewer, shown.map((post) => post.id));
    const edges = shown.flatMap((post) => {
      const node = posts.get(post.id);
      return node ? [{ cursor: encodeCursor(at.getTime(), post.rank, post.id), node, reasons: post.reasons }] : [];
    });
    return { edges, pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: rest.length > page.first } };
  }

  private async ranking(viewer: Viewer, source: FeedSource, at: Date): Promise<Ranked[]> {
    const windowStart = firstIdAt(daysAgo(missedWindowDays, at));
    const readUpTo = (await this.reading.position(viewer, source))?.readUpTo ?? windowStart;
    const since = readUpTo > windowStart ? readUpTo : windowStart;
    const rows: { id: string }[] = await this.dataSource.query(newestIdsSql(source, unreadSince), [viewer.personId, null, missedCandidates, since]);
    const facts = await this.facts.of(viewer, rows.map(({ id }) => id));
    return [...facts.values()].map((post) => ranked(post, at)).sort(byRank);
  }
}
