import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, limited, Transactions, type Transaction } from '@parvis/platform/server';
import { CampaignLock } from '../campaign/campaign-lock.ts';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { IdeaAuthorEntity } from '../idea/idea-author.entity.ts';
import { IdeaLock, type HeldIdea } from '../idea/idea-lock.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { criteriaOf, maxScore, totalOf } from './judging.ts';
import { JurySheetEntity } from './jury-sheet.entity.ts';

export interface SheetInput {
  ideaId: string;
  /** Those that change; null takes one back. */
  scores?: { criterionId: string; score?: number | null }[] | null;
  comment?: string | null;
  note?: string | null;
  isSubmitted?: boolean | null;
}

const maxTextLength = 2_000;

/** Jurors judge ideas: what they enter is kept as they go, and counts once it is submitted. */
@Injectable()
export class JurySheetsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: IdeaLock,
    private readonly campaigns: CampaignLock,
  ) {}

  /**
   * Keeps what a juror makes of an idea, as far as it is given; the rest stays. What is submitted may change until the phase closes; a score that is taken back takes the submission back.
   * Errors: ID_INVALID, IDEA_NOT_FOUND, IDEA_NOT_NOW, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, JUROR_CONFLICT, SCORE_INVALID, SHEET_INCOMPLETE, TEXT_TOO_LONG.
   */
  async judge(viewer: Viewer, input: SheetInput): Promise<IdeaEntity> {
    const comment = input.comment == null ? null : limited('comment', input.comment, maxTextLength);
    const note = input.note == null ? null : limited('note', input.note, maxTextLength);
    return this.transactions.run(async (tx) => {
      const { idea, held } = await this.holdIdea(tx, viewer, input.ideaId);
      const sheet = await sheetOf(tx, viewer, idea);
      if (sheet.isConflict || (await isMaker(tx, viewer, idea))) throw ideasErrors.jurorConflict();
      const scores = changedScores(held.campaign, sheet.scores, input.scores ?? []);
      const total = totalOf(criteriaOf(held.campaign), scores);
      if (input.isSubmitted && total === null) throw ideasErrors.sheetIncomplete();
      const isSubmitted = (input.isSubmitted ?? sheet.isSubmitted) && total !== null;
      await tx.manager.save(Object.assign(sheet, { scores, total, isSubmitted, comment: comment ?? sheet.comment, note: note ?? sheet.note, updatedAt: held.now }));
      return idea;
    });
  }

  /** Submits everything that a juror has judged by each criterion. Errors: ID_INVALID, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW. */
  async submitAll(viewer: Viewer, campaignId: string): Promise<CampaignEntity> {
    return this.transactions.run(async (tx) => {
      const { campaign, now } = await this.campaigns.forCommand(tx, viewer, campaignId, 'score');
      await tx.manager.query(
        `UPDATE jury_sheet SET is_submitted = TRUE, updated_at = $3 FROM idea
         WHERE idea.id = jury_sheet.idea_id AND idea.campaign_id = $1 AND idea.state = 'submitted' AND jury_sheet.juror_id = $2 AND jury_sheet.total IS NOT NULL AND NOT jury_sheet.is_submitted`,
        [campaign.id, viewer.personId, now],
      );
      return campaign;
    });
  }

  /** A juror says that they have a conflict of interest: they judge the idea no more, and what they gave it is gone. Errors: ID_INVALID, IDEA_NOT_FOUND, IDEA_NOT_NOW, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, TEXT_TOO_LONG. */
  async declareConflict(viewer: Viewer, { ideaId, words }: { ideaId: string; words: string }): Promise<IdeaEntity> {
    const conflict = limited('words', words, maxTextLength);
    return this.transactions.run(async (tx) => {
      const { idea, held } = await this.holdIdea(tx, viewer, ideaId);
      const sheet = await sheetOf(tx, viewer, idea);
      await tx.manager.save(Object.assign(sheet, { isConflict: true, conflict, scores: {}, total: null, comment: '', isSubmitted: false, updatedAt: held.now }));
      return idea;
    });
  }

  /** There was none: the juror judges the idea after all. Errors: ID_INVALID, IDEA_NOT_FOUND, IDEA_NOT_NOW, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW. */
  async withdrawConflict(viewer: Viewer, ideaId: string): Promise<IdeaEntity> {
    return this.transactions.run(async (tx) => {
      const { idea, held } = await this.holdIdea(tx, viewer, ideaId);
      await tx.manager.update(JurySheetEntity, { ideaId: idea.id, jurorId: viewer.personId, isConflict: true }, { isConflict: false, conflict: '', updatedAt: held.now });
      return idea;
    });
  }

  private async holdIdea(tx: Transaction, viewer: Viewer, ideaId: string): Promise<HeldIdea & { held: NonNullable<HeldIdea['held']> }> {
    const locked = await this.lock.forCommand(tx, viewer, checkedId('ideaId', ideaId), 'score');
    if (locked.idea.state !== 'submitted') throw ideasErrors.ideaNotNow(locked.idea.state);
    return locked;
  }
}

/** The juror’s own, or a blank one. The lock on the campaign lets one in at a time. */
async function sheetOf(tx: Transaction, { personId }: Viewer, { id }: IdeaEntity): Promise<JurySheetEntity> {
  const own = { ideaId: id, jurorId: personId };
  const blank = { ...own, scores: {}, total: null, comment: '', note: '', isSubmitted: false, isConflict: false, conflict: '' };
  return (await tx.manager.findOneBy(JurySheetEntity, own)) ?? Object.assign(new JurySheetEntity(), blank);
}

const isMaker = (tx: Transaction, { personId }: Viewer, { id }: IdeaEntity): Promise<boolean> => tx.manager.existsBy(IdeaAuthorEntity, { ideaId: id, personId, standing: 'author' });

/** Errors: SCORE_INVALID. */
function changedScores(campaign: CampaignEntity, before: Record<string, number>, changes: NonNullable<SheetInput['scores']>): Record<string, number> {
  const known = new Set(criteriaOf(campaign).map(({ id }) => id));
  const scores = new Map(Object.entries(before));
  for (const { criterionId, score = null } of changes) {
    if (!known.has(criterionId)) throw ideasErrors.scoreInvalid();
    if (score === null) scores.delete(criterionId);
    else if (Number.isInteger(score) && score >= 0 && score <= maxScore) scores.set(criterionId, score);
    else throw ideasErrors.scoreInvalid();
  }
  return Object.fromEntries(scores);
}
