import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, newId, Transactions, type Transaction } from '@parvis/platform/server';
import { IsNull } from 'typeorm';
import { recordChange } from '../change/record-change.ts';
import { joinRequested, memberRemoved, roleChanged } from '../communities.events.ts';
import { communityErrors } from '../communities.errors.ts';
import { CommunityLock } from '../community/community-lock.ts';
import type { CommunityEntity } from '../community/community.entity.ts';
import { requireLive } from '../community/community.policy.ts';
import { InvitationEntity } from '../invitation/invitation.entity.ts';
import { Admission } from './admission.ts';
import { JoinRequestEntity } from './join-request.entity.ts';
import { MembershipEntity, type CommunityRole } from './membership.entity.ts';

type Decision = (tx: Transaction, request: JoinRequestEntity, community: CommunityEntity) => Promise<void>;

/** Who comes in and who goes. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: CommunityLock,
    private readonly admission: Admission,
  ) {}

  /** Joins an open community or one into which they are invited, asks to join a closed one; the same again changes nothing. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_ARCHIVED. */
  async join(viewer: Viewer, id: string): Promise<CommunityEntity> {
    const communityId = checkedId('id', id);
    return this.transactions.run(async (tx) => {
      const community = await this.lock.forViewer(tx, viewer, communityId);
      if (await this.lock.roleOf(tx, viewer.personId, communityId)) return community;
      requireLive(community);
      const isInvited = await tx.manager.existsBy(InvitationEntity, { communityId, personId: viewer.personId, declinedAt: IsNull() });
      if (community.visibility === 'open' || isInvited) await this.admission.admit(tx, communityId, viewer.personId);
      else await this.ask(tx, communityId, viewer.personId);
      return community;
    });
  }

  /** Leaves, or takes a waiting request back. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_LAST_ANIMATOR (others would be left without anybody to let people in). */
  async leave(viewer: Viewer, id: string): Promise<CommunityEntity> {
    const communityId = checkedId('id', id);
    return this.transactions.run(async (tx) => {
      const community = await this.lock.forViewer(tx, viewer, communityId);
      await tx.manager.delete(JoinRequestEntity, { communityId, personId: viewer.personId });
      const role = await this.lock.roleOf(tx, viewer.personId, communityId);
      if (!role) return community;
      const others = await this.othersIn(tx, communityId, viewer.personId);
      if (role === 'animator' && others.members > 0 && others.animators === 0) throw communityErrors.lastAnimator();
      await this.admission.dismiss(tx, communityId, viewer.personId);
      return community;
    });
  }

  /** Errors: JOIN_REQUEST_NOT_FOUND, also for whoever does not animate the community; COMMUNITY_ARCHIVED. */
  async acceptRequest(viewer: Viewer, requestId: string): Promise<CommunityEntity> {
    return this.decide(viewer, requestId, async (tx, request, community) => {
      requireLive(community);
      await this.admission.admit(tx, request.communityId, request.personId, viewer.personId);
    });
  }

  /** Errors: JOIN_REQUEST_NOT_FOUND, also for whoever does not animate the community. */
  async declineRequest(viewer: Viewer, requestId: string): Promise<CommunityEntity> {
    return this.decide(viewer, requestId, async () => undefined);
  }

  /** An animator brings a colleague in. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR, COMMUNITY_ARCHIVED, PERSON_NOT_FOUND. */
  async addMember(viewer: Viewer, { communityId: toCommunity, personId: ofPerson }: { communityId: string; personId: string }): Promise<CommunityEntity> {
    const communityId = checkedId('communityId', toCommunity);
    const personId = checkedId('personId', ofPerson);
    return this.transactions.run(async (tx) => {
      const community = await this.lock.forAnimator(tx, viewer, communityId);
      requireLive(community);
      const [person] = await tx.manager.query('SELECT id FROM person WHERE id = $1 AND deactivated_at IS NULL', [personId]);
      if (!person) throw communityErrors.personNotFound();
      // Whom a group brought in before is there by the animator's word from now on.
      if (!(await this.admission.admit(tx, communityId, personId, viewer.personId))) await this.admission.release(tx, communityId, personId);
      return community;
    });
  }

  /** An animator makes a member an animator, or an animator a member again. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR, COMMUNITY_LAST_ANIMATOR, PERSON_NOT_FOUND (also for whoever is not a member). */
  async setRole(viewer: Viewer, { communityId: ofCommunity, personId: ofPerson, role }: { communityId: string; personId: string; role: CommunityRole }): Promise<CommunityEntity> {
    const communityId = checkedId('communityId', ofCommunity);
    const personId = checkedId('personId', ofPerson);
    return this.transactions.run(async (tx) => {
      const community = await this.lock.forAnimator(tx, viewer, communityId);
      const current = await this.lock.roleOf(tx, personId, communityId);
      if (!current) throw communityErrors.personNotFound();
      if (current === role) return community;
      if (role === 'member' && (await this.othersIn(tx, communityId, personId)).animators === 0) throw communityErrors.lastAnimator();
      await this.give(tx, viewer, { communityId, personId, role });
      return community;
    });
  }

  /** An animator puts somebody out; they may ask to come back as anybody may. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR, COMMUNITY_OWN_REMOVAL, PERSON_NOT_FOUND (also for whoever is not a member). */
  async remove(viewer: Viewer, { communityId: fromCommunity, personId: ofPerson }: { communityId: string; personId: string }): Promise<CommunityEntity> {
    const personId = checkedId('personId', ofPerson).toLowerCase();
    return this.transactions.run(async (tx) => {
      const community = await this.lock.forAnimator(tx, viewer, fromCommunity, 'communityId');
      if (personId === viewer.personId) throw communityErrors.ownRemoval();
      if (!(await this.lock.roleOf(tx, personId, community.id))) throw communityErrors.personNotFound();
      await this.admission.dismiss(tx, community.id, personId);
      await recordChange(tx, { communityId: community.id, actorId: viewer.personId, kind: 'member-removed', personId });
      tx.emit(memberRemoved({ communityId: community.id, personId, removedById: viewer.personId }));
      return community;
    });
  }

  /** Hands the animation over: the member animates from now on, and the viewer is a member like others. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR, PERSON_NOT_FOUND (not an active member, or oneself). */
  async transfer(viewer: Viewer, { communityId: ofCommunity, personId: toPerson }: { communityId: string; personId: string }): Promise<CommunityEntity> {
    const personId = checkedId('personId', toPerson).toLowerCase();
    return this.transactions.run(async (tx) => {
      const community = await this.lock.forAnimator(tx, viewer, ofCommunity, 'communityId');
      if (personId === viewer.personId || !(await this.isActiveMember(tx, personId, community.id))) throw communityErrors.personNotFound();
      await this.give(tx, viewer, { communityId: community.id, personId, role: 'animator' });
      await this.give(tx, viewer, { communityId: community.id, personId: viewer.personId, role: 'member' });
      return community;
    });
  }

  private async isActiveMember(tx: Transaction, personId: string, communityId: string): Promise<boolean> {
    const [row] = await tx.manager.query(
      `SELECT 1 FROM membership JOIN person ON person.id = membership.person_id
       WHERE membership.person_id = $1 AND membership.community_id = $2 AND person.deactivated_at IS NULL`,
      [personId, communityId],
    );
    return row !== undefined;
  }

  private async give(tx: Transaction, viewer: Viewer, { communityId, personId, role }: { communityId: string; personId: string; role: CommunityRole }): Promise<void> {
    if ((await this.lock.roleOf(tx, personId, communityId)) === role) return;
    await tx.manager.update(MembershipEntity, { communityId, personId }, { role });
    if (role === 'animator') await this.admission.release(tx, communityId, personId);
    await recordChange(tx, { communityId, actorId: viewer.personId, kind: role === 'animator' ? 'animator-named' : 'animator-withdrawn', personId });
    tx.emit(roleChanged({ communityId, personId, role }));
  }

  private async decide(viewer: Viewer, requestId: string, decision: Decision): Promise<CommunityEntity> {
    checkedId('id', requestId);
    return this.transactions.run(async (tx) => {
      const request = await tx.manager.findOneBy(JoinRequestEntity, { id: requestId });
      if (!request || (await this.lock.roleOf(tx, viewer.personId, request.communityId)) !== 'animator') throw communityErrors.joinRequestNotFound();
      const community = await this.lock.forViewer(tx, viewer, request.communityId);
      const { affected } = await tx.manager.delete(JoinRequestEntity, { id: requestId });
      // Answered by somebody else while this one waited for the lock.
      if (!affected) throw communityErrors.joinRequestNotFound();
      await decision(tx, request, community);
      return community;
    });
  }

  /** The word of welcome was read and put aside; for whoever is no member nothing changes. Errors: COMMUNITY_NOT_FOUND. */
  async dismissWelcome(viewer: Viewer, id: string): Promise<CommunityEntity> {
    return this.transactions.run(async (tx) => {
      const community = await this.lock.forViewer(tx, viewer, id);
      await tx.manager.update(MembershipEntity, { communityId: community.id, personId: viewer.personId }, { welcomedAt: new Date() });
      return community;
    });
  }

  private async ask(tx: Transaction, communityId: string, personId: string): Promise<void> {
    const inserted: unknown[] = await tx.manager.query(
      `INSERT INTO join_request (id, community_id, person_id, requested_at) VALUES ($1, $2, $3, now())
       ON CONFLICT (person_id, community_id) DO NOTHING RETURNING id`,
      [newId(), communityId, personId],
    );
    if (inserted.length > 0) tx.emit(joinRequested({ communityId, personId }));
  }

  private async othersIn(tx: Transaction, communityId: string, personId: string): Promise<{ animators: number; members: number }> {
    const [others]: { animators: number; members: number }[] = await tx.manager.query(
      // Whoever has left the company can let nobody in.
      `SELECT count(*) FILTER (WHERE role = 'animator')::int AS animators, count(*)::int AS members
       FROM membership JOIN person ON person.id = membership.person_id
       WHERE community_id = $1 AND person_id <> $2 AND person.deactivated_at IS NULL`,
      [communityId, personId],
    );
    return others ?? { animators: 0, members: 0 };
  }
}
