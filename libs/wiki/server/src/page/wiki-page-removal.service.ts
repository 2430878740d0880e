import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { Transactions } from '@parvis/platform/server';
import { wikiPageDeleted } from '../wiki.events.ts';
import { WikiPageLock } from './wiki-page-lock.ts';
import { WikiPageEntity } from './wiki-page.entity.ts';
import { WikiTree } from './wiki-tree.ts';

/** Takes pages off and brings them back; animators only. */
@Injectable()
export class WikiPageRemovalService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: WikiPageLock,
    private readonly tree: WikiTree,
  ) {}

  /** What stands below goes one level up. Errors: WIKI_PAGE_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_NOT_ANIMATOR, COMMUNITY_ARCHIVED. */
  async delete(viewer: Viewer, id: string): Promise<WikiPageEntity> {
    return this.transactions.run(async (tx) => {
      const page = await this.lock.forAnimator(tx, viewer, id);
      if (page.deletedAt) return page;
      await this.tree.lock(tx, page.communityId);
      await this.tree.closeGap(tx, page);
      page.deletedAt = new Date();
      await tx.manager.update(WikiPageEntity, page.id, { deletedAt: page.deletedAt });
      tx.emit(wikiPageDeleted({ pageId: page.id, communityId: page.communityId, personId: viewer.personId }));
      return page;
    });
  }

  /** At the top, since where it stood may be gone. Errors: WIKI_PAGE_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_NOT_ANIMATOR, COMMUNITY_ARCHIVED, WIKI_FULL. */
  async bringBack(viewer: Viewer, id: string): Promise<WikiPageEntity> {
    return this.transactions.run(async (tx) => {
      const page = await this.lock.forAnimator(tx, viewer, id);
      if (!page.deletedAt) return page;
      await this.tree.lock(tx, page.communityId);
      await this.tree.requireRoom(tx, page.communityId);
      Object.assign(page, { deletedAt: null, parentId: null });
      await tx.manager.update(WikiPageEntity, page.id, { deletedAt: null, parentId: null });
      return page;
    });
  }
}
