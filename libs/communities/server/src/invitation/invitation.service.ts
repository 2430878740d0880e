import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, limited, newId, platformErrors, Transactions, type Transaction } from '@parvis/platform/server';
import { communityErrors } from '../communities.errors.ts';
import { invitationDeclined, invited } from '../communities.events.ts';
import { CommunityLock } from '../community/community-lock.ts';
import type { CommunityEntity } from '../community/community.entity.ts';
import { requireLive } from '../community/community.policy.ts';
import { Admission } from '../membership/admission.ts';
import type { CommunityRole } from '../membership/membership.entity.ts';
import { InvitationEntity } from './invitation.entity.ts';

export interface InvitationsSent {
  community: CommunityEntity;
  /** How many were asked, or let in because they had asked themselves. */
  invitedCount: number;
  /** How many are members already or were asked before. */
  skippedCount: number;
}

const maxInvited = 50;
const maxWordLength = 300;

/** Asks colleagues to come in, and takes their answers. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: CommunityLock,
    private readonly admission: Admission,
  ) {}

  /**
   * Members invite into an open community, animators into any. The same again invites nobody twice, nor whoever has declined.
   * Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_NOT_ANIMATOR, COMMUNITY_ARCHIVED, PERSON_NOT_FOUND, ID_INVALID, TEXT_TOO_LONG, TOO_MANY_ITEMS.
   */
  async invite(viewer: Viewer, input: { communityId: string; personIds: string[]; word?: string | null }): Promise<InvitationsSent> {
    const personIds = [...new Set(input.personIds.map((id) => checkedId('personIds', id).toLowerCase()))];
    if (personIds.length > maxInvited) throw platformErrors.tooManyItems('personIds', maxInvited);
    const word = limited('word', input.word ?? '', maxWordLength);
    return this.transactions.run(async (tx) => {
      const community = await this.lock.forViewer(tx, viewer, input.communityId, 'communityId');
      const role = await this.lock.roleOf(tx, viewer.personId, community.id);
      requireInviter(community, role);
      requireLive(community);
      await requireColleagues(tx, personIds);
      let invitedCount = 0;
      for (const personId of personIds) {
        if (await this.ask(tx, { communityId: community.id, personId, inviterId: viewer.personId, word, isByAnimator: role === 'animator' })) invitedCount += 1;
      }
      return { community, invitedCount, skippedCount: personIds.length - invitedCount };
    });
  }

  /** Errors: INVITATION_NOT_FOUND (also somebody else’s), COMMUNITY_ARCHIVED. */
  async accept(viewer: Viewer, id: string): Promise<CommunityEntity> {
    return this.answer(viewer, id, async (tx, community) => {
      requireLive(community);
      await this.admission.admit(tx, community.id, viewer.personId);
    });
  }

  /** A secret community is out of sight again. Errors: INVITATION_NOT_FOUND (also somebody else’s). */
  async decline(viewer: Viewer, id: string): Promise<CommunityEntity> {
    return this.answer(viewer, id, async (tx, community, invitation) => {
      await tx.manager.update(InvitationEntity, invitation.id, { declinedAt: new Date() });
      tx.emit(invitationDeclined({ invitationId: invitation.id, communityId: community.id, personId: viewer.personId, inviterId: invitation.inviterId }));
    });
  }

  /** By whoever sent it, or an animator. Errors: INVITATION_NOT_FOUND, also for everybody else. */
  async withdraw(viewer: Viewer, id: string): Promise<CommunityEntity> {
    return this.transactions.run(async (tx) => {
      const invitation = await this.unanswered(tx, id);
      const isOwn = invitation.inviterId === viewer.personId;
      if (!isOwn && (await this.lock.roleOf(tx, viewer.personId, invitation.communityId)) !== 'animator') throw communityErrors.invitationNotFound();
      const community = await this.lock.forViewer(tx, viewer, invitation.communityId);
      await tx.manager.delete(InvitationEntity, { id: invitation.id });
      return community;
    });
  }

  private async answer(viewer: Viewer, id: string, work: (tx: Transaction, community: CommunityEntity, invitation: InvitationEntity) => Promise<void>): Promise<CommunityEntity> {
    return this.transactions.run(async (tx) => {
      const { personId, communityId } = await this.unanswered(tx, id);
      if (personId !== viewer.personId) throw communityErrors.invitationNotFound();
      const community = await this.lock.forViewer(tx, viewer, communityId);
      // Answered or withdrawn while this one waited for the lock.
      const invitation = await this.unanswered(tx, id);
      await work(tx, community, invitation);
      return community;
    });
  }

  private async unanswered(tx: Transaction, id: string): Promise<InvitationEntity> {
    const invitation = await tx.manager.findOneBy(InvitationEntity, { id: checkedId('id', id) });
    if (!invitation || invitation.declinedAt) throw communityErrors.invitationNotFound();
    return invitation;
  }

  /** Whether somebody was asked. An animator’s invitation answers whoever has asked to come in. */
  private async ask(tx: Transaction, { isByAnimator, ...asked }: { communityId: string; personId: string; inviterId: string; word: string; isByAnimator: boolean }): Promise<boolean> {
    const { communityId, personId, inviterId } = asked;
    if (await this.lock.roleOf(tx, personId, communityId)) return false;
    if (isByAnimator && (await this.admission.isWaiting(tx, communityId, personId))) {
      await this.admission.admit(tx, communityId, personId);
      return true;
    }
    const id = newId();
    const inserted: unknown[] = await tx.manager.query(
      `INSERT INTO community_invitation (id, community_id, person_id, inviter_id, word, invited_at) VALUES ($1, $2, $3, $4, $5, now())
       ON CONFLICT (person_id, community_id) DO NOTHING RETURNING id`,
      [id, communityId, personId, inviterId, asked.word],
    );
    if (inserted.length > 0) tx.emit(invited({ invitationId: id, communityId, personId, inviterId }));
    return inserted.length > 0;
  }
}

function requireInviter({ visibility }: CommunityEntity, role: CommunityRole | null): void {
  if (!role) throw communityErrors.notMember();
  if (visibility !== 'open' && role !== 'animator') throw communityErrors.notAnimator();
}

async function requireColleagues(tx: Transaction, personIds: readonly string[]): Promise<void> {
  const found: unknown[] = await tx.manager.query('SELECT id FROM person WHERE id = ANY($1) AND deactivated_at IS NULL', [personIds]);
  if (found.length < personIds.length) throw communityErrors.personNotFound('personIds');
}
