import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, type Transaction } from '@parvis/platform/server';
import { CampaignLock, clockOf, type HeldCampaign } from '../campaign/campaign-lock.ts';
import { ideasErrors } from '../ideas.errors.ts';
import type { CampaignAction } from '../phase/campaign-stage.ts';
import { IdeaAuthorEntity } from './idea-author.entity.ts';
import { ideaVisibleTo } from './idea.access.ts';
import { IdeaEntity } from './idea.entity.ts';

export interface HeldIdea {
  idea: IdeaEntity;
  /** Null: it is in the idea box, or its campaign does not matter. */
  held: HeldCampaign | null;
  /** By the clock of the database, read after the lock. */
  now: Date;
}

/** Two ideas of one campaign, or of the idea box, that stay as they are until the transaction ends. */
export interface HeldPair {
  source: IdeaEntity;
  target: IdeaEntity;
  held: HeldCampaign | null;
  now: Date;
}

/** What is done in the idea box, at any time. */
const inTheBox: readonly CampaignAction[] = ['submit', 'revise', 'volunteer', 'support', 'comment', 'merge'];

/** The ids of an idea and of all that live on in it, as SQL; `id` is an expression. */
export const livingOnIn = (id: string): string => `WITH RECURSIVE living AS (SELECT idea.id FROM idea WHERE idea.id = ${id} UNION SELECT idea.id FROM idea JOIN living ON idea.merged_into_id = living.id) SELECT living.id FROM living`;

/** The only way to an idea for a command: the campaign first, then the idea, always in this order. */
@Injectable()
export class IdeaLock {
  constructor(private readonly campaigns: CampaignLock) {}

  /** For somebody who takes part. Errors: ID_INVALID, IDEA_NOT_FOUND, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_NOW. */
  async forTakingPart(tx: Transaction, viewer: Viewer, { field = 'id', id, action }: { field?: string; id: string; action: CampaignAction }): Promise<HeldIdea> {
    const { campaignId } = await this.visible(tx, viewer, checkedId(field, id));
    if (!campaignId && !inTheBox.includes(action)) throw ideasErrors.ideaNotNow('box');
    const held = campaignId ? await this.campaigns.forTakingPart(tx, viewer, { field: 'campaignId', id: campaignId, action }) : null;
    return { idea: await this.locked(tx, viewer, id, campaignId), held, now: held?.now ?? (await clockOf(tx)) };
  }

  /** For an author of it, whatever the stage; `action` left out: none is asked for. Errors: as above, IDEA_NOT_YOURS. */
  async forAuthor(tx: Transaction, viewer: Viewer, { id, action }: { id: string; action?: CampaignAction }): Promise<HeldIdea> {
    const seen = await this.visible(tx, viewer, checkedId('id', id));
    if (!(await tx.manager.existsBy(IdeaAuthorEntity, { ideaId: seen.id, personId: viewer.personId, standing: 'author' }))) throw ideasErrors.ideaNotYours();
    if (action) return this.forTakingPart(tx, viewer, { id, action });
    return this.alone(tx, viewer, seen);
  }

  /** For an author, where a draft asks for no stage and what was submitted asks for one. Errors: as above, IDEA_NOT_NOW. */
  async forAuthorOfLive(tx: Transaction, viewer: Viewer, { id, action }: { id: string; action: CampaignAction }): Promise<HeldIdea> {
    const own = await this.forAuthor(tx, viewer, { id });
    if (own.idea.state === 'draft' || own.idea.state === 'withdrawn') return own;
    if (own.idea.state !== 'submitted') throw ideasErrors.ideaNotNow(own.idea.state);
    return this.forTakingPart(tx, viewer, { id, action });
  }

  /** For somebody who answers for themselves alone, such as who was invited, whatever the stage. Errors: ID_INVALID, IDEA_NOT_FOUND. */
  async forOneself(tx: Transaction, viewer: Viewer, id: string): Promise<HeldIdea> {
    return this.alone(tx, viewer, await this.visible(tx, viewer, checkedId('id', id)));
  }

  /** As above, with all ideas that live on in it: in the order of their ids, as pairs are, so that who parts two of them does not wait for the viewer who waits for them. Errors: as above. */
  async forOneselfWithMerged(tx: Transaction, viewer: Viewer, id: string): Promise<HeldIdea> {
    const seen = await this.visible(tx, viewer, checkedId('id', id));
    // In a campaign they are held by it.
    if (!seen.campaignId) await tx.manager.query(`SELECT 1 FROM idea WHERE id IN (${livingOnIn('$1')}) ORDER BY id FOR NO KEY UPDATE`, [seen.id]);
    return this.alone(tx, viewer, seen);
  }

  /** For who brings two ideas together. They are locked in the order of their ids, so that two who do it the other way round do not wait for each other. Errors: IDEA_NOT_FOUND, IDEA_MERGE_ELSEWHERE, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_NOW. */
  async forPair(tx: Transaction, viewer: Viewer, [sourceId, targetId]: [string, string], action: CampaignAction): Promise<HeldPair> {
    const { campaignId } = await this.visible(tx, viewer, sourceId);
    if (sourceId === targetId || (await this.visible(tx, viewer, targetId)).campaignId !== campaignId) throw ideasErrors.mergeElsewhere();
    const held = campaignId ? await this.campaigns.forTakingPart(tx, viewer, { field: 'campaignId', id: campaignId, action }) : null;
    const ideas = new Map<string, IdeaEntity>();
    for (const id of [sourceId, targetId].toSorted()) ideas.set(id, await this.locked(tx, viewer, id, campaignId));
    const [source, target] = [ideas.get(sourceId), ideas.get(targetId)];
    if (!source || !target) throw ideasErrors.ideaNotFound();
    return { source, target, held, now: held?.now ?? (await clockOf(tx)) };
  }

  /** For who runs its campaign. Errors: ID_INVALID, IDEA_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW. */
  async forCommand(tx: Transaction, viewer: Viewer, id: string, command: Parameters<CampaignLock['forCommand']>[3]): Promise<HeldIdea & { held: HeldCampaign }> {
    const { campaignId } = await this.visible(tx, viewer, checkedId('id', id));
    if (!campaignId) throw ideasErrors.campaignNotYours();
    const held = await this.campaigns.forCommand(tx, viewer, campaignId, command);
    return { idea: await this.locked(tx, viewer, id, campaignId), held, now: held.now };
  }

  /** The campaign is locked even where its stage does not matter, and out of sight of the viewer: the order is what keeps commands from waiting for each other. */
  private async alone(tx: Transaction, viewer: Viewer, { id, campaignId }: IdeaEntity): Promise<HeldIdea> {
    if (campaignId) await tx.manager.query('SELECT 1 FROM campaign WHERE id = $1 FOR SHARE', [campaignId]);
    return { idea: await this.locked(tx, viewer, id, campaignId), held: null, now: await clockOf(tx) };
  }

  private async visible(tx: Transaction, viewer: Viewer, id: string): Promise<IdeaEntity> {
    const idea = await this.readable(tx, viewer, id).getOne();
    if (!idea) throw ideasErrors.ideaNotFound();
    return idea;
  }

  private async locked(tx: Transaction, viewer: Viewer, id: string, campaignId: string | null): Promise<IdeaEntity> {
    const idea = await this.readable(tx, viewer, id).setLock('for_no_key_update').getOne();
    // Adopted into another campaign between the two looks: the next try finds it there.
    if (!idea || idea.campaignId !== campaignId) throw ideasErrors.ideaNotFound();
    return idea;
  }

  private readable(tx: Transaction, viewer: Viewer, id: string) {
    return tx.manager
      .createQueryBuilder(IdeaEntity, 'idea')
      .where('idea.id = :id', { id })
      .andWhere(ideaVisibleTo('idea', ':viewerId'), { viewerId: viewer.personId });
  }
}
