import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, newId, Transactions, type Transaction } from '@parvis/platform/server';
import { IsNull } from 'typeorm';
import { about } from '../author/idea-author.service.ts';
import { CampaignLock, requireStage } from '../campaign/campaign-lock.ts';
import { IdeaAuthorEntity } from '../idea/idea-author.entity.ts';
import { IdeaLock, livingOnIn } from '../idea/idea-lock.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { ideaAdopted, ideaAdoptionProposed } from '../ideas.events.ts';
import { IdeaAdoptionEntity, type AdoptionAnswer } from './idea-adoption.entity.ts';

/** Brings ideas of the idea box into a campaign, once their authors agree: it is their idea. */
@Injectable()
export class IdeaAdoptionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly campaigns: CampaignLock,
    private readonly lock: IdeaLock,
  ) {}

  /** Asks the authors of an idea whether it may go into a campaign that gathers ideas; asked again, it stays as it is. Errors: ID_INVALID, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, IDEA_NOT_FOUND, IDEA_NOT_NOW. */
  async propose(viewer: Viewer, { ideaId, campaignId }: { ideaId: string; campaignId: string }): Promise<IdeaEntity> {
    return this.transactions.run(async (tx) => {
      const held = await this.campaigns.forCommand(tx, viewer, checkedId('campaignId', campaignId), 'merge');
      requireStage(held, 'submit');
      const { idea } = await this.lock.forOneself(tx, viewer, ideaId);
      requireBoxed(idea);
      const values = { id: newId(), ideaId: idea.id, campaignId: held.campaign.id, proposedById: viewer.personId, proposedAt: held.now };
      const { raw } = await tx.manager.createQueryBuilder().insert().into(IdeaAdoptionEntity).values(values).orIgnore().returning('id').execute();
      if ((raw as unknown[]).length > 0) tx.emit(ideaAdoptionProposed({ ...about(viewer, idea), campaignId: held.campaign.id }));
      return idea;
    });
  }

  /**
   * An author agrees: the idea goes into the campaign with all that hangs on it, and with the ideas that live on in it. Agreed again, by the same or another author, it stays as it is.
   * Errors: ID_INVALID, IDEA_ADOPTION_NOT_FOUND, IDEA_ADOPTION_DECLINED, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_NOW, IDEA_NOT_YOURS, IDEA_NOT_NOW.
   */
  async accept(viewer: Viewer, id: string): Promise<IdeaEntity> {
    return this.transactions.run(async (tx) => {
      const seen = await this.found(tx, id);
      // A retry may come when the campaign has gone on.
      if (seen.answer) return this.answered(tx, viewer, { adoption: seen, wanted: 'accepted' });
      // The campaign first, as always.
      const held = await this.campaigns.forTakingPart(tx, viewer, { field: 'campaignId', id: seen.campaignId, action: 'submit' });
      const adoption = await this.held(tx, seen);
      if (adoption.answer) return this.answered(tx, viewer, { adoption, wanted: 'accepted' });
      const { idea } = await this.lock.forOneselfWithMerged(tx, viewer, adoption.ideaId);
      await requireAuthor(tx, viewer, idea);
      requireBoxed(idea);
      await tx.manager.query(`UPDATE idea SET campaign_id = $2 WHERE id IN (${livingOnIn('$1')})`, [idea.id, held.campaign.id]);
      await tx.manager.update(IdeaAdoptionEntity, adoption.id, { answer: 'accepted' });
      await tx.manager.delete(IdeaAdoptionEntity, { ideaId: idea.id, answer: IsNull() });
      // Ideas become one within one place.
      await tx.manager.query(`DELETE FROM idea_merge WHERE merged_at IS NULL AND $1 IN (source_id, target_id)`, [idea.id]);
      tx.emit(ideaAdopted({ ...about(viewer, idea), campaignId: held.campaign.id }));
      return Object.assign(idea, { campaignId: held.campaign.id });
    });
  }

  /** An author declines, or who proposed it takes it back; nobody is told. Declined again, it stays so. Errors: ID_INVALID, IDEA_ADOPTION_NOT_FOUND, IDEA_ADOPTION_ACCEPTED, IDEA_NOT_FOUND, IDEA_NOT_YOURS. */
  async decline(viewer: Viewer, id: string): Promise<IdeaEntity> {
    return this.transactions.run(async (tx) => {
      const adoption = await this.held(tx, await this.found(tx, id));
      if (adoption.answer) return this.answered(tx, viewer, { adoption, wanted: 'declined' });
      const { idea } = await this.lock.forOneself(tx, viewer, adoption.ideaId);
      if (adoption.proposedById !== viewer.personId) await requireAuthor(tx, viewer, idea);
      await tx.manager.update(IdeaAdoptionEntity, adoption.id, { answer: 'declined' });
      return idea;
    });
  }

  /** For who may have answered so: it changes nothing, and tells them when the other answer was given. Errors: IDEA_NOT_FOUND, IDEA_NOT_YOURS, IDEA_ADOPTION_ACCEPTED, IDEA_ADOPTION_DECLINED. */
  private async answered(tx: Transaction, viewer: Viewer, { adoption, wanted }: { adoption: IdeaAdoptionEntity; wanted: AdoptionAnswer }): Promise<IdeaEntity> {
    const { idea } = await this.lock.forOneself(tx, viewer, adoption.ideaId);
    if (wanted === 'accepted' || adoption.proposedById !== viewer.personId) await requireAuthor(tx, viewer, idea);
    if (adoption.answer !== wanted) throw adoption.answer === 'accepted' ? ideasErrors.adoptionAccepted() : ideasErrors.adoptionDeclined();
    return idea;
  }

  /** All that is asked of the idea, in the order of the ids, so that nobody answers any of it meanwhile; before the idea. Errors: IDEA_ADOPTION_NOT_FOUND. */
  private async held(tx: Transaction, { id, ideaId }: IdeaAdoptionEntity): Promise<IdeaAdoptionEntity> {
    await tx.manager.query('SELECT 1 FROM idea_adoption WHERE idea_id = $1 ORDER BY id FOR NO KEY UPDATE', [ideaId]);
    return this.found(tx, id);
  }

  private async found(tx: Transaction, id: string): Promise<IdeaAdoptionEntity> {
    const adoption = await tx.manager.findOneBy(IdeaAdoptionEntity, { id: checkedId('id', id) });
    if (!adoption) throw ideasErrors.adoptionNotFound();
    return adoption;
  }
}

/** Errors: IDEA_NOT_YOURS. */
async function requireAuthor(tx: Transaction, viewer: Viewer, { id }: IdeaEntity): Promise<void> {
  if (!(await tx.manager.existsBy(IdeaAuthorEntity, { ideaId: id, personId: viewer.personId, standing: 'author' }))) throw ideasErrors.ideaNotYours();
}

/** Errors: IDEA_NOT_NOW: a draft, put away, or in a campaign already. */
function requireBoxed({ state, campaignId }: IdeaEntity): void {
  if (state !== 'submitted' || campaignId !== null) throw ideasErrors.ideaNotNow(state);
}
