import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, hourMs, newId, Transactions, type Transaction } from '@parvis/platform/server';
import { mayCommand } from '../campaign/campaign.policy.ts';
import { IdeaAuthorEntity } from '../idea/idea-author.entity.ts';
import { IdeaLock, type HeldPair } from '../idea/idea-lock.ts';
import { ideaVisibleTo, isAuthorOf } from '../idea/idea.access.ts';
import { IdeaEntity } from '../idea/idea.entity.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { ideaMergeProposed, ideasMerged, ideasParted } from '../ideas.events.ts';
import { requireNotCarriedOut } from '../project/carried-out.ts';
import { IdeaMergeEntity } from './idea-merge.entity.ts';
import { MergeCarrier } from './merge-carrier.ts';

/** How long a merge can be undone. */
export const undoableMs = 72 * hourMs;

interface Sides {
  isSource: boolean;
  isTarget: boolean;
}

/** Makes one idea of two, once an author of each side agrees, and undoes it. */
@Injectable()
export class IdeaMergeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: IdeaLock,
    private readonly carrier: MergeCarrier,
  ) {}

  /**
   * Proposes that the source goes into the target: an author of either, who agrees for their side, or who runs the campaign. Proposed again, it stays as it is.
   * Errors: ID_INVALID, IDEA_NOT_FOUND, IDEA_NOT_YOURS, IDEA_NOT_NOW, ANSWER_CARRIED_OUT, IDEA_MERGE_ELSEWHERE, CAMPAIGN_NOT_NOW, IDEA_AUTHORS_TOO_MANY (when the viewer makes both).
   */
  async propose(viewer: Viewer, { sourceId, targetId }: { sourceId: string; targetId: string }): Promise<IdeaMergeEntity> {
    return this.transactions.run(async (tx) => {
      const held = await this.lock.forPair(tx, viewer, [checkedId('sourceId', sourceId), checkedId('targetId', targetId)], 'merge');
      const sides = await this.sidesOf(tx, viewer, held);
      if (!sides.isSource && !sides.isTarget && !mayCommand(held.held?.roles ?? [], 'merge')) throw ideasErrors.ideaNotYours();
      await requireMergeable(tx, held);
      const known = await tx.manager.createQueryBuilder(IdeaMergeEntity, 'merge').where('merge.source_id = :sourceId AND merge.target_id = :targetId AND merge.merged_at IS NULL', { sourceId, targetId }).getOne();
      const merge = known ?? Object.assign(new IdeaMergeEntity(), { id: newId(), sourceId: held.source.id, targetId: held.target.id, proposedById: viewer.personId, proposedAt: held.now, sourceAgreed: false, targetAgreed: false, mergedAt: null, undoneAt: null });
      const merged = await this.agreed(tx, viewer, { merge, sides, held });
      if (!known && !merged.mergedAt) tx.emit(ideaMergeProposed(told(viewer, merged, held)));
      return merged;
    });
  }

  /** Agrees for the side that the viewer makes; once both have, the ideas are one. Errors: ID_INVALID, IDEA_MERGE_NOT_FOUND, IDEA_NOT_YOURS, IDEA_NOT_NOW, ANSWER_CARRIED_OUT, CAMPAIGN_NOT_NOW, IDEA_AUTHORS_TOO_MANY. */
  async agree(viewer: Viewer, id: string): Promise<IdeaMergeEntity> {
    return this.transactions.run(async (tx) => {
      const { merge, held, sides } = await this.held(tx, viewer, id);
      if (!sides.isSource && !sides.isTarget) throw ideasErrors.ideaNotYours();
      if (merge.mergedAt) return merge;
      await requireMergeable(tx, held);
      return this.agreed(tx, viewer, { merge, sides, held });
    });
  }

  /**
   * Declines or takes back what is proposed, at any stage and whatever became of the other side: an author of either, or who proposed it. Nobody is told. What is not there any more, or never was to the eyes of the viewer, is declined already.
   * Errors: ID_INVALID, IDEA_NOT_YOURS, IDEA_NOT_NOW (it was done).
   */
  async decline(viewer: Viewer, id: string): Promise<boolean> {
    const mergeId = checkedId('id', id);
    return this.transactions.run(async (tx) => {
      const seen = await tx.manager.findOneBy(IdeaMergeEntity, { id: mergeId });
      if (!seen) return true;
      const side = await ownSide(tx, viewer, seen);
      if (!side) {
        if (await readable(tx, viewer, mergeId)) throw ideasErrors.ideaNotYours();
        return true;
      }
      // Either of the two held keeps the others from agreeing meanwhile.
      await this.lock.forOneself(tx, viewer, side);
      const merge = await tx.manager.findOneBy(IdeaMergeEntity, { id: mergeId });
      if (!merge) return true;
      if (merge.mergedAt) throw ideasErrors.ideaNotNow('merged');
      await tx.manager.delete(IdeaMergeEntity, { id: merge.id });
      return true;
    });
  }

  /** Gives each idea its own back, for 72 hours: an author of either, as long as ideas may be merged and the target was not merged on. Errors: ID_INVALID, IDEA_MERGE_NOT_FOUND, IDEA_NOT_YOURS, IDEA_MERGE_LATE, IDEA_NOT_NOW, CAMPAIGN_NOT_NOW, IDEA_LAST_AUTHOR. */
  async undo(viewer: Viewer, id: string): Promise<IdeaMergeEntity> {
    return this.transactions.run(async (tx) => {
      const { merge, held, sides } = await this.held(tx, viewer, id);
      if (!sides.isSource && !sides.isTarget) throw ideasErrors.ideaNotYours();
      if (!merge.mergedAt) throw ideasErrors.ideaNotNow('submitted');
      if (merge.undoneAt) return merge;
      if (held.now.getTime() - merge.mergedAt.getTime() > undoableMs) throw ideasErrors.mergeLate();
      if (held.target.state !== 'submitted' || held.source.mergedIntoId !== held.target.id) throw ideasErrors.ideaNotNow(held.target.state);
      await this.carrier.giveBack(tx, merge);
      await tx.manager.update(IdeaEntity, held.source.id, { state: 'submitted', mergedIntoId: null });
      await tx.manager.update(IdeaMergeEntity, merge.id, { undoneAt: held.now });
      tx.emit(ideasParted(told(viewer, merge, held)));
      return tx.manager.findOneByOrFail(IdeaMergeEntity, { id: merge.id });
    });
  }

  private async held(tx: Transaction, viewer: Viewer, id: string): Promise<{ merge: IdeaMergeEntity; held: HeldPair; sides: Sides }> {
    const seen = await readable(tx, viewer, checkedId('id', id));
    if (!seen) throw ideasErrors.mergeNotFound();
    const held = await this.lock.forPair(tx, viewer, [seen.sourceId, seen.targetId], 'merge');
    // Declined or done while the viewer waited.
    const merge = await tx.manager.findOneBy(IdeaMergeEntity, { id: seen.id });
    if (!merge) throw ideasErrors.mergeNotFound();
    return { merge, held, sides: await this.sidesOf(tx, viewer, held) };
  }

  private async sidesOf(tx: Transaction, viewer: Viewer, { source, target }: HeldPair): Promise<Sides> {
    const own = await tx.manager.findBy(IdeaAuthorEntity, [source, target].map(({ id }) => ({ ideaId: id, personId: viewer.personId, standing: 'author' as const })));
    return { isSource: own.some(({ ideaId }) => ideaId === source.id), isTarget: own.some(({ ideaId }) => ideaId === target.id) };
  }

  private async agreed(tx: Transaction, viewer: Viewer, { merge, sides, held }: { merge: IdeaMergeEntity; sides: Sides; held: HeldPair }): Promise<IdeaMergeEntity> {
    merge.sourceAgreed ||= sides.isSource;
    merge.targetAgreed ||= sides.isTarget;
    const isDone = merge.sourceAgreed && merge.targetAgreed;
    if (isDone) merge.mergedAt = held.now;
    await tx.manager.save(merge);
    if (!isDone) return merge;
    await this.carrier.carry(tx, merge, held.now);
    await tx.manager.update(IdeaEntity, held.source.id, { state: 'merged', mergedIntoId: held.target.id });
    // What else was proposed for the one that goes is no longer possible.
    await tx.manager.query(`DELETE FROM idea_merge WHERE merged_at IS NULL AND $1 IN (source_id, target_id)`, [held.source.id]);
    tx.emit(ideasMerged(told(viewer, merge, held)));
    return merge;
  }
}

/** The idea that the viewer makes, or that they see of two whose merge they proposed. Errors: IDEA_NOT_YOURS. */
async function ownSide(tx: Transaction, viewer: Viewer, { sourceId, targetId, proposedById }: IdeaMergeEntity): Promise<string | undefined> {
  const side = await tx.manager
    .createQueryBuilder(IdeaEntity, 'idea')
    .where('idea.id IN (:sourceId, :targetId)', { sourceId, targetId })
    .andWhere(proposedById === viewer.personId ? ideaVisibleTo('idea', ':viewerId') : isAuthorOf('idea', ':viewerId'), { viewerId: viewer.personId })
    .orderBy('idea.id')
    .getOne();
  return side?.id;
}

/** For whom both ideas are visible; to anybody else it is as if it were not there. */
async function readable(tx: Transaction, viewer: Viewer, id: string): Promise<IdeaMergeEntity | null> {
  return tx.manager
    .createQueryBuilder(IdeaMergeEntity, 'merge')
    .where('merge.id = :id', { id })
    .andWhere(`2 = (SELECT count(*) FROM idea side WHERE side.id IN (merge.source_id, merge.target_id) AND ${ideaVisibleTo('side', ':viewerId')})`, { viewerId: viewer.personId })
    .getOne();
}

/** Both stand, and the one that goes is not carried out. Errors: IDEA_NOT_NOW, ANSWER_CARRIED_OUT. */
async function requireMergeable(tx: Transaction, { source, target }: HeldPair): Promise<void> {
  for (const { state } of [source, target]) if (state !== 'submitted') throw ideasErrors.ideaNotNow(state);
  await requireNotCarriedOut(tx, source.id);
}

const told = ({ personId }: Viewer, { id, sourceId, targetId }: IdeaMergeEntity, { source }: HeldPair) => ({ mergeId: id, sourceId, targetId, campaignId: source.campaignId, byId: personId });
