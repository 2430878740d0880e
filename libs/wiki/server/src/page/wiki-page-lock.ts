import { Injectable } from '@nestjs/common';
import { communityErrors, isAnimator, MembershipQuery } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, type Transaction } from '@parvis/platform/server';
import { wikiErrors } from '../wiki.errors.ts';
import { wikiPageVisibleTo } from './wiki-page.access.ts';
import { WikiPageEntity } from './wiki-page.entity.ts';

/** Pages for commands: locked, so that two saves come one after the other, and given only to those who may change them. */
@Injectable()
export class WikiPageLock {
  constructor(private readonly memberships: MembershipQuery) {}

  /** Errors: ID_INVALID, WIKI_PAGE_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_ARCHIVED. */
  async forMember(tx: Transaction, viewer: Viewer, id: string): Promise<WikiPageEntity> {
    return this.locked(tx, viewer, { id, condition: wikiPageVisibleTo('page', ':viewerId') });
  }

  /** Those that were taken off too, of which only animators know. Errors: ID_INVALID, WIKI_PAGE_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_NOT_ANIMATOR, COMMUNITY_ARCHIVED. */
  async forAnimator(tx: Transaction, viewer: Viewer, id: string): Promise<WikiPageEntity> {
    const animates = isAnimator('page.community_id', ':viewerId');
    const page = await this.locked(tx, viewer, { id, condition: `(${wikiPageVisibleTo('page', ':viewerId')} OR ${animates})` });
    const [{ isTheirs }]: [{ isTheirs: boolean }] = await tx.manager.query(`SELECT ${isAnimator('$1', '$2')} AS "isTheirs"`, [page.communityId, viewer.personId]);
    if (!isTheirs) throw communityErrors.notAnimator();
    return page;
  }

  private async locked(tx: Transaction, viewer: Viewer, { id, condition }: { id: string; condition: string }): Promise<WikiPageEntity> {
    const page = await tx.manager
      .createQueryBuilder(WikiPageEntity, 'page')
      .where('page.id = :id', { id: checkedId('id', id) })
      .andWhere(condition, { viewerId: viewer.personId })
      // Not against those who only point at it: whoever puts a new page below this one need not wait.
      .setLock('for_no_key_update')
      .getOne();
    if (!page) throw wikiErrors.pageNotFound();
    await this.memberships.requireMember(tx, viewer, page.communityId);
    return page;
  }
}
