import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { Transactions, type Transaction } from '@parvis/platform/server';
import { recordChange } from '../change/record-change.ts';
import { communityErrors } from '../communities.errors.ts';
import { visibilityChanged } from '../communities.events.ts';
import { CommunityContents, totalOf, type ContentCount } from '../content/community-contents.ts';
import { JoinRequestEntity } from '../membership/join-request.entity.ts';
import { Admission } from '../membership/admission.ts';
import { isAnimator } from './community.access.ts';
import { CommunityLock } from './community-lock.ts';
import { disclosureOf, type Disclosure } from './community-disclosure.ts';
import { CommunityEntity, type CommunityVisibility } from './community.entity.ts';

/** What a change of visibility would do, told before it is done. */
export interface VisibilityPreview {
  visibility: CommunityVisibility;
  /** What becomes known to people who did not know it. */
  discloses: Disclosure;
  /** What is in the community and would be read by everybody; empty unless the contents are disclosed. */
  contents: ContentCount[];
  contentCount: number;
  /** How many people wait to be let in: they come in at once when it opens, and their requests lapse when it becomes secret. */
  waitingCount: number;
}

/** Opens and closes communities. Opening is a disclosure: it is done knowingly or not at all. */
@Injectable()
export class CommunityVisibilityService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: CommunityLock,
    private readonly contents: CommunityContents,
    private readonly admission: Admission,
  ) {}

  /** Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR. */
  async preview(viewer: Viewer, id: string, visibility: CommunityVisibility): Promise<VisibilityPreview> {
    return this.transactions.run(async (tx) => this.previewOf(tx, await this.lock.forAnimator(tx, viewer, id), visibility));
  }

  /**
   * `confirmedContentCount` is what the animator was told would be read by everybody; needed when anything is disclosed.
   * Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR, COMMUNITY_DISCLOSURE_UNCONFIRMED.
   */
  async change(viewer: Viewer, change: { id: string; visibility: CommunityVisibility; confirmedContentCount?: number | null }): Promise<CommunityEntity> {
    return this.transactions.run(async (tx) => {
      const community = await this.lock.forAnimator(tx, viewer, change.id);
      const from = community.visibility;
      const into = change.visibility;
      if (from === into) return community;
      const { discloses, contentCount } = await this.previewOf(tx, community, into);
      // More may have been written since the animator looked: less than what there is was not agreed to.
      if (discloses !== 'nothing' && (change.confirmedContentCount ?? -1) < contentCount) throw communityErrors.disclosureUnconfirmed(contentCount);
      await tx.manager.update(CommunityEntity, community.id, { visibility: into });
      if (into !== 'open') await this.lapseInvitations(tx, community.id);
      const waitingIds = await this.settleRequests(tx, community.id, into);
      await recordChange(tx, { communityId: community.id, actorId: viewer.personId, kind: 'visibility', before: from, after: into });
      tx.emit(visibilityChanged({ communityId: community.id, personId: viewer.personId, from, into, waitingIds }));
      return tx.manager.findOneByOrFail(CommunityEntity, { id: community.id });
    });
  }

  private async previewOf(tx: Transaction, { id, visibility: from }: CommunityEntity, visibility: CommunityVisibility): Promise<VisibilityPreview> {
    const discloses = disclosureOf(from, visibility);
    const contents = discloses === 'contents' ? await this.contents.counts(tx, id) : [];
    const waitingCount = await tx.manager.countBy(JoinRequestEntity, { communityId: id });
    return { visibility, discloses, contents, contentCount: totalOf(contents), waitingCount };
  }

  /** Members invite where everybody may come in; where it is animators who let people in, what members asked lapses. */
  private async lapseInvitations(tx: Transaction, communityId: string): Promise<void> {
    await tx.manager.query(
      `DELETE FROM community_invitation sent WHERE sent.community_id = $1 AND sent.declined_at IS NULL AND NOT ${isAnimator('sent.community_id', 'sent.inviter_id')}`,
      [communityId],
    );
  }

  /** Nobody waits before an open door, nor before one that cannot be seen. Returns who waited. */
  private async settleRequests(tx: Transaction, communityId: string, into: CommunityVisibility): Promise<string[]> {
    if (into === 'closed') return [];
    const waiting = await tx.manager.find(JoinRequestEntity, { where: { communityId }, order: { id: 'ASC' } });
    if (into === 'open') for (const { personId } of waiting) await this.admission.admit(tx, communityId, personId);
    else await tx.manager.delete(JoinRequestEntity, { communityId });
    return waiting.map(({ personId }) => personId);
  }
}
