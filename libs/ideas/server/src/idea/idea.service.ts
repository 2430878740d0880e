import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DraftService, plainText } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, limited, newId, requiredText, Transactions, type Transaction } from '@parvis/platform/server';
import { CampaignLock, clockOf } from '../campaign/campaign-lock.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { ideaArchived, ideaEdited, ideaSubmitted, ideaWithdrawn } from '../ideas.events.ts';
import { requireNotCarriedOut } from '../project/carried-out.ts';
import { IdeaAuthorEntity } from './idea-author.entity.ts';
import { IdeaLock, type HeldIdea } from './idea-lock.ts';
import { IdeaVersionEntity } from './idea-version.entity.ts';
import { IdeaMedia } from '../adapters/idea.media.ts';
import { checkedWords, requireWhole, type IdeaWords, type WrittenIdea } from './idea-words.ts';
import { IdeaEntity } from './idea.entity.ts';

const maxNoteLength = 200;
const maxReasonLength = 500;

/** Writes ideas: drafts, submits, changes and withdraws them; puts away what has no place in a campaign. */
@Injectable()
export class IdeaService {
  constructor(
    private readonly transactions: Transactions,
    private readonly campaigns: CampaignLock,
    private readonly lock: IdeaLock,
    private readonly drafts: DraftService,
    private readonly media: IdeaMedia,
  ) {}

  /**
   * Begins an idea that its authors alone see until it is submitted, in a campaign that gathers ideas or in the idea box (no `campaignId`). The same key again returns what the first call made.
   * Errors: those of `checkedWords` and of the files, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_NOW, ID_INVALID.
   */
  async draft(viewer: Viewer, input: { key: string; campaignId?: string | null; words: WrittenIdea; attachmentIds?: string[] | null }): Promise<IdeaEntity> {
    const key = checkedId('key', input.key);
    const words = checkedWords(input.words);
    return this.transactions.run(async (tx) => {
      const known = await tx.manager.findOneBy(IdeaEntity, { authorId: viewer.personId, key });
      if (known) return known;
      const held = input.campaignId ? await this.campaigns.forTakingPart(tx, viewer, { field: 'campaignId', id: input.campaignId, action: 'submit' }) : null;
      const now = held?.now ?? (await clockOf(tx));
      const id = newId();
      const written = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(IdeaEntity)
        .values({ ...columnsOf(words), id, key, campaignId: held?.campaign.id ?? null, authorId: viewer.personId, state: 'draft', version: 1, createdAt: now, updatedAt: now })
        .orIgnore()
        .returning('id')
        .execute();
      const idea = await tx.manager.findOneByOrFail(IdeaEntity, { authorId: viewer.personId, key });
      if ((written.raw as unknown[]).length === 0) return idea;
      await tx.manager.insert(IdeaAuthorEntity, { ideaId: id, personId: viewer.personId, standing: 'author', contribution: '', createdAt: now });
      await this.drafts.published(tx, viewer, key);
      await this.media.write(tx, viewer, id, input.attachmentIds);
      return idea;
    });
  }

  /**
   * Changes what it says; of a submitted one each change is a version that everybody may compare. `version`: the one that the change starts from.
   * Errors: those of `checkedWords` and of the files, IDEA_NOT_FOUND, IDEA_NOT_YOURS, IDEA_NOT_NOW, IDEA_CHANGED with the newest version, CAMPAIGN_NOT_NOW.
   */
  async edit(viewer: Viewer, input: { id: string; version: number; words: WrittenIdea; attachmentIds?: string[] | null; note?: string | null }): Promise<IdeaEntity> {
    const words = checkedWords(input.words);
    const note = limited('note', input.note ?? '', maxNoteLength);
    return this.transactions.run(async (tx) => {
      let { idea, now } = await this.lock.forAuthor(tx, viewer, { id: input.id });
      if (isSaid(idea, words) && (await this.media.hasJust(tx, idea.id, input.attachmentIds))) return idea;
      if (idea.version !== input.version) throw ideasErrors.ideaChanged(idea.version);
      if (idea.state === 'submitted') ({ idea, now } = await this.lock.forTakingPart(tx, viewer, { id: input.id, action: 'revise' }));
      else if (idea.state !== 'draft' && idea.state !== 'withdrawn') throw ideasErrors.ideaNotNow(idea.state);
      if (idea.state === 'submitted') requireWhole(words);
      Object.assign(idea, columnsOf(words), { version: idea.version + 1, updatedAt: now });
      await tx.manager.save(idea);
      await this.media.write(tx, viewer, idea.id, input.attachmentIds);
      if (idea.state !== 'submitted') return idea;
      await this.keepVersion(tx, viewer, { idea, now }, note);
      tx.emit(ideaEdited({ ideaId: idea.id, campaignId: idea.campaignId, byId: viewer.personId, version: idea.version }));
      return idea;
    });
  }

  /** Shows it to those who see the campaign; again after it was withdrawn. Errors: IDEA_NOT_FOUND, IDEA_NOT_YOURS, IDEA_NOT_NOW, CAMPAIGN_NOT_NOW, TEXT_REQUIRED with the part that is missing. */
  async submit(viewer: Viewer, id: string): Promise<IdeaEntity> {
    return this.transactions.run(async (tx) => {
      const { idea: seen } = await this.lock.forAuthor(tx, viewer, { id });
      if (seen.state === 'submitted') return seen;
      const { idea, now } = await this.lock.forTakingPart(tx, viewer, { id, action: 'submit' });
      if (idea.state !== 'draft' && idea.state !== 'withdrawn') throw ideasErrors.ideaNotNow(idea.state);
      requireWhole(idea);
      Object.assign(idea, { state: 'submitted', submittedAt: now });
      await tx.manager.save(idea);
      await this.keepVersion(tx, viewer, { idea, now }, '');
      tx.emit(ideaSubmitted({ ideaId: idea.id, campaignId: idea.campaignId, byId: viewer.personId }));
      return idea;
    });
  }

  /** Takes it back: its authors alone see it from then on, and may submit it again. Errors: IDEA_NOT_FOUND, IDEA_NOT_YOURS, IDEA_NOT_NOW, ANSWER_CARRIED_OUT, CAMPAIGN_NOT_NOW. */
  async withdraw(viewer: Viewer, id: string): Promise<IdeaEntity> {
    return this.transactions.run(async (tx) => {
      const { idea: seen } = await this.lock.forAuthor(tx, viewer, { id });
      if (seen.state === 'withdrawn') return seen;
      const { idea } = await this.lock.forTakingPart(tx, viewer, { id, action: 'revise' });
      if (idea.state !== 'submitted') throw ideasErrors.ideaNotNow(idea.state);
      await requireNotCarriedOut(tx, idea.id);
      idea.state = 'withdrawn';
      await tx.manager.save(idea);
      tx.emit(ideaWithdrawn({ ideaId: idea.id, campaignId: idea.campaignId, byId: viewer.personId }));
      return idea;
    });
  }

  /** Puts an idea away that has no place in the campaign, with a reason that its authors read; it stays to be read. Errors: IDEA_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, IDEA_NOT_NOW, ANSWER_CARRIED_OUT, TEXT_REQUIRED, TEXT_TOO_LONG. */
  async archive(viewer: Viewer, id: string, reason: string): Promise<IdeaEntity> {
    const why = requiredText('reason', reason, maxReasonLength);
    return this.transactions.run(async (tx) => {
      const { idea } = await this.lock.forCommand(tx, viewer, id, 'moderate');
      if (idea.state === 'archived') return idea;
      if (idea.state !== 'submitted') throw ideasErrors.ideaNotNow(idea.state);
      await requireNotCarriedOut(tx, idea.id);
      Object.assign(idea, { state: 'archived', archiveReason: why });
      await tx.manager.save(idea);
      tx.emit(ideaArchived({ ideaId: idea.id, campaignId: idea.campaignId, byId: viewer.personId }));
      return idea;
    });
  }

  private async keepVersion(tx: Transaction, viewer: Viewer, { idea, now }: Pick<HeldIdea, 'idea' | 'now'>, note: string): Promise<void> {
    const words = { ...wordsOf(idea), files: await this.media.namesOf(tx, idea.id) };
    const values = { ideaId: idea.id, number: idea.version, authorId: viewer.personId, words, note, createdAt: now };
    // Submitted again after it was withdrawn, as it was: the version is there.
    await tx.manager.createQueryBuilder().insert().into(IdeaVersionEntity).values(values).orIgnore().execute();
  }
}

const columnsOf = (words: IdeaWords) => ({ ...words, proposalText: plainText(words.proposal) });

function wordsOf({ title, problem, proposal, benefit, benefitAmount, benefitUnit, cost, effort, tags, lookingFor }: IdeaEntity): IdeaWords {
  return { title, problem, proposal, benefit, benefitAmount, benefitUnit, cost, effort, tags, lookingFor };
}

/** Whether it says just that already: what was saved again by a retry is no new version. Through JSON, as the database gives it back. */
const isSaid = (idea: IdeaEntity, words: IdeaWords): boolean => isDeepStrictEqual(wordsOf(idea), JSON.parse(JSON.stringify(words)));
