import { Injectable } from '@nestjs/common';
import { checkedId, type Transaction } from '@parvis/platform/server';
import { wikiErrors } from '../wiki.errors.ts';

/** A table of contents is read on one screen: pages stand at most this deep, the top being 1. */
export const maxDepth = 4;

/** More would be no table of contents any more. */
export const maxPages = 500;

interface Place {
  communityId: string;
  /** Null: at the top. */
  parentId: string | null;
  /** Of the page that goes there; a new one when left out. */
  pageId?: string;
}

/** Where the pages of a community stand below each other, and how many there may be. What is found holds until the commit once `lock` was called. */
@Injectable()
export class WikiTree {
  /** Changes of one table of contents take turns: two moves at once could close a circle that neither sees, two new pages take the last room. */
  async lock(tx: Transaction, communityId: string): Promise<void> {
    await tx.manager.query(`SELECT 1 FROM community WHERE id = $1 FOR NO KEY UPDATE`, [communityId]);
  }

  /** Errors: WIKI_FULL. */
  async requireRoom(tx: Transaction, communityId: string): Promise<void> {
    const [row]: { count: number }[] = await tx.manager.query(`SELECT count(*)::int AS count FROM wiki_page WHERE community_id = $1 AND deleted_at IS NULL`, [communityId]);
    if ((row?.count ?? 0) >= maxPages) throw wikiErrors.tooManyPages(maxPages);
  }

  /** The parent's id, once it is sure that the page may stand there. Errors: WIKI_PARENT_NOT_FOUND, WIKI_PARENT_NOT_POSSIBLE, ID_INVALID. */
  async checkedPlace(tx: Transaction, { communityId, parentId: asked, pageId }: Place): Promise<string | null> {
    if (asked === null) return null;
    const parentId = checkedId('parentId', asked);
    const above: { id: string }[] = await tx.manager.query(ancestorsSql, [parentId, communityId]);
    if (above.length === 0) throw wikiErrors.parentNotFound();
    const [below]: { depth: number }[] = pageId ? await tx.manager.query(depthBelowSql, [pageId]) : [{ depth: 1 }];
    const isBelowItself = above.some(({ id }) => id === pageId);
    if (isBelowItself || above.length + (below?.depth ?? 1) > maxDepth) throw wikiErrors.parentNotPossible(maxDepth);
    return parentId;
  }

  /** What stood below a page goes to where the page stood. */
  async closeGap(tx: Transaction, page: { id: string; parentId: string | null }): Promise<void> {
    await tx.manager.query(`UPDATE wiki_page SET parent_id = $2 WHERE parent_id = $1`, [page.id, page.parentId]);
  }
}

/** The parent and all above it; none when it does not stand in the community. */
const ancestorsSql = `
  WITH RECURSIVE above AS (
    SELECT id, parent_id FROM wiki_page WHERE id = $1 AND community_id = $2 AND deleted_at IS NULL
    UNION ALL
    SELECT page.id, page.parent_id FROM above JOIN wiki_page page ON page.id = above.parent_id
  ) SELECT id FROM above`;

/** How many levels the page and what stands below it take. */
const depthBelowSql = `
  WITH RECURSIVE below AS (
    SELECT id, 1 AS depth FROM wiki_page WHERE id = $1
    UNION ALL
    SELECT page.id, below.depth + 1 FROM below JOIN wiki_page page ON page.parent_id = below.id AND page.deleted_at IS NULL
  ) SELECT max(depth)::int AS depth FROM below`;
