import { Injectable } from '@nestjs/common';
import { addedMentions, checkedRichText, DraftService, mentionedIds, plainText, withTrueMentions } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, newId, platformErrors, requiredLine, requiredText, Transactions, type Transaction } from '@parvis/platform/server';
import { campaignVisibleTo } from '../campaign/campaign.access.ts';
import { CampaignLock, type HeldCampaign } from '../campaign/campaign-lock.ts';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { campaignChanged, campaignTold } from '../ideas.events.ts';
import { CampaignFaqEntity } from './campaign-faq.entity.ts';
import { CampaignUpdateEntity } from './campaign-update.entity.ts';

const maxQuestionLength = 200;
const maxAnswerLength = 2_000;
const maxFaq = 50;

/** Tells news of a campaign, and answers what is often asked about it. */
@Injectable()
export class NewsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: CampaignLock,
    private readonly drafts: DraftService,
  ) {}

  /** The same key again returns what the first call told. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG, ID_INVALID. */
  async tell(viewer: Viewer, input: { key: string; campaignId: string; body: unknown }): Promise<CampaignUpdateEntity> {
    const key = checkedId('key', input.key);
    const written = checkedRichText('body', input.body);
    return this.transactions.run(async (tx) => {
      const { campaign, now } = await this.lock.forCommand(tx, viewer, input.campaignId, 'tell');
      const known = await tx.manager.findOneBy(CampaignUpdateEntity, { authorId: viewer.personId, key });
      if (known) return known;
      const body = await withTrueMentions(tx, written);
      const update = Object.assign(new CampaignUpdateEntity(), { id: newId(), key, campaignId: campaign.id, authorId: viewer.personId, body, text: plainText(body), createdAt: now, editedAt: null });
      await tx.manager.insert(CampaignUpdateEntity, update);
      await this.drafts.published(tx, viewer, key);
      tx.emit(campaignTold({ campaignId: campaign.id, byId: viewer.personId, isChange: false, mentionedIds: mentionedIds(body) }));
      return update;
    });
  }

  /** Changes what one told. Errors: CAMPAIGN_UPDATE_NOT_FOUND, CAMPAIGN_NOT_YOURS, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG. */
  async edit(viewer: Viewer, id: string, value: unknown): Promise<CampaignUpdateEntity> {
    const written = checkedRichText('body', value);
    return this.transactions.run(async (tx) => {
      const { update, held } = await this.held(tx, viewer, id);
      if (update.authorId !== viewer.personId) throw ideasErrors.campaignNotYours();
      const body = await withTrueMentions(tx, written);
      const added = addedMentions(update.body, body);
      Object.assign(update, { body, text: plainText(body), editedAt: held.now });
      await tx.manager.update(CampaignUpdateEntity, update.id, { body, text: update.text, editedAt: update.editedAt });
      tx.emit(campaignTold({ campaignId: update.campaignId, byId: viewer.personId, isChange: true, mentionedIds: added }));
      return update;
    });
  }

  /** Takes an update back; whoever runs the campaign may. Returns the campaign. Errors: CAMPAIGN_UPDATE_NOT_FOUND, CAMPAIGN_NOT_YOURS. */
  async remove(viewer: Viewer, id: string): Promise<CampaignEntity> {
    return this.transactions.run(async (tx) => {
      const { update, held } = await this.held(tx, viewer, id);
      const { campaign } = held;
      await tx.manager.delete(CampaignUpdateEntity, { id: update.id });
      tx.emit(campaignChanged({ campaignId: campaign.id, byId: viewer.personId }));
      return campaign;
    });
  }

  /** What is often asked, in this order, from now on. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, TEXT_REQUIRED, TEXT_TOO_LONG, TOO_MANY_ITEMS. */
  async setFaq(viewer: Viewer, campaignId: string, faq: readonly { question: string; answer: string }[]): Promise<CampaignEntity> {
    if (faq.length > maxFaq) throw platformErrors.tooManyItems('faq', maxFaq);
    const checked = faq.map(({ question, answer }) => ({ question: requiredLine('question', question, maxQuestionLength), answer: requiredText('answer', answer, maxAnswerLength) }));
    return this.transactions.run(async (tx) => {
      const { campaign } = await this.lock.forCommand(tx, viewer, campaignId, 'tell');
      await tx.manager.delete(CampaignFaqEntity, { campaignId: campaign.id });
      await tx.manager.insert(CampaignFaqEntity, checked.map((said, place) => ({ ...said, id: newId(), campaignId: campaign.id, place })));
      tx.emit(campaignChanged({ campaignId: campaign.id, byId: viewer.personId }));
      return campaign;
    });
  }

  /** Errors: ID_INVALID, CAMPAIGN_UPDATE_NOT_FOUND, CAMPAIGN_NOT_YOURS. */
  private async held(tx: Transaction, viewer: Viewer, id: string): Promise<{ update: CampaignUpdateEntity; held: HeldCampaign }> {
    const where = { id: checkedId('id', id) };
    const seen = await tx.manager
      .createQueryBuilder(CampaignUpdateEntity, 'told')
      .where('told.id = :id', where)
      .andWhere(`EXISTS (SELECT 1 FROM campaign asked WHERE asked.id = told.campaign_id AND ${campaignVisibleTo('asked', ':viewerId')})`, { viewerId: viewer.personId })
      .getOne();
    if (!seen) throw ideasErrors.updateNotFound();
    const held = await this.lock.forCommand(tx, viewer, seen.campaignId, 'tell');
    // Again, now that it stays: it may have been changed, or taken back, while the viewer waited.
    const update = await tx.manager.findOneBy(CampaignUpdateEntity, where);
    if (!update) throw ideasErrors.updateNotFound();
    return { update, held };
  }
}
