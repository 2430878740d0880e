import { Injectable } from '@nestjs/common';
import { MembershipQuery, type CommunityRole } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, type Transaction } from '@parvis/platform/server';
import { wikiErrors } from '../wiki.errors.ts';
import { wikiPageVisibleTo } from './wiki-page.access.ts';
import { WikiPageEntity } from './wiki-page.entity.ts';

/** Pages for commands: locked, so that two saves come one after the other, and given only to those who may change them. */
@Injectable()
export class WikiPageLock {
  constructor(private readonly memberships: MembershipQuery) {}

  /** Errors: WIKI_PAGE_NOT_FOUND, and what the community refuses those who may read but not write there. */
  async forMember(tx: Transaction, viewer: Viewer, id: string): Promise<WikiPageEntity> {
    const page = await tx.manager
      .createQueryBuilder(WikiPageEntity, 'page')
      .where('page.id = :id', { id: checkedId('id', id) })
      .andWhere(wikiPageVisibleTo('page', ':viewerId'), { viewerId: viewer.personId })
      .setLock('pessimistic_write')
      .getOne();
    if (!page) throw wikiErrors.pageNotFound();
    await this.memberships.requireMember(tx, viewer, page.communityId);
    return page;
  }

  /** Those that were taken off too. Errors: WIKI_PAGE_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_NOT_ANIMATOR. */
  async forAnimator(tx: Transaction, viewer: Viewer, id: string): Promise<WikiPageEntity> {
    const page = await tx.manager
      .createQueryBuilder(WikiPageEntity, 'page')
      .where('page.id = :id', { id: checkedId('id', id) })
      .setLock('pessimistic_write')
      .getOne();
    const role = page && (await this.roleIn(tx, viewer, page.communityId));
    // Only animators know of what was taken off.
    if (!page || (role !== 'animator' && page.deletedAt)) throw wikiErrors.pageNotFound();
    if (role !== 'animator') {
      await this.forMember(tx, viewer, id);
      throw wikiErrors.notAnimator();
    }
    await this.memberships.requireMember(tx, viewer, page.communityId);
    return page;
  }

  private async roleIn(tx: Transaction, viewer: Viewer, communityId: string): Promise<CommunityRole | null> {
    const [row]: { role: CommunityRole }[] = await tx.manager.query(`SELECT role FROM membership WHERE community_id = $1 AND person_id = $2`, [communityId, viewer.personId]);
    return row?.role ?? null;
  }
}
