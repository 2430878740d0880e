import { keptRichText, plainText, type RichTextDocument } from '@parvis/conversations/server';
import { limited, platformErrors, requiredLine, wordList } from '@parvis/platform/server';
import { checkedAmount, maxAmount } from '../campaign/campaign-plan.ts';
import { ideasErrors } from '../ideas.errors.ts';
import type { Effort } from './idea.entity.ts';

/** What an idea says, in its parts. */
export interface IdeaWords {
  title: string;
  problem: string;
  proposal: RichTextDocument;
  benefit: string;
  benefitAmount: number | null;
  benefitUnit: string;
  cost: number | null;
  effort: Effort | null;
  tags: string[];
  lookingFor: string[];
}

/** The same as it comes from a form. */
export interface WrittenIdea extends Omit<IdeaWords, 'proposal' | 'benefitAmount' | 'cost' | 'effort'> {
  proposal: unknown;
  benefitAmount?: number | null;
  cost?: number | null;
  effort?: Effort | null;
}

const maxTitleLength = 150;
const maxPartLength = 5_000;
const maxProposalLength = 20_000;
const maxUnitLength = 40;
const tags = { maxItems: 10, maxLength: 40 };
const wishes = { maxItems: 5, maxLength: 60 };

/** An idea needs a title from the start; the rest may be missing until it is submitted. Errors: TEXT_REQUIRED, TEXT_TOO_LONG, RICH_TEXT_NOT_ALLOWED, CAMPAIGN_AMOUNT_INVALID, TOO_MANY_ITEMS. */
export function checkedWords(written: WrittenIdea): IdeaWords {
  const proposal = keptRichText('proposal', written.proposal);
  limited('proposal', plainText(proposal), maxProposalLength);
  return {
    title: requiredLine('title', written.title, maxTitleLength),
    problem: limited('problem', written.problem, maxPartLength),
    proposal,
    benefit: limited('benefit', written.benefit, maxPartLength),
    benefitAmount: checkedBenefit(written.benefitAmount),
    benefitUnit: limited('benefitUnit', written.benefitUnit.replace(/\s+/g, ' '), maxUnitLength),
    cost: checkedAmount('cost', written.cost),
    effort: written.effort ?? null,
    tags: wordList('tags', written.tags.map((tag) => tag.replace(/^#/, '')), tags),
    lookingFor: wordList('lookingFor', written.lookingFor, wishes),
  };
}

/** What colleagues need in order to judge it. Errors: TEXT_REQUIRED. */
export function requireWhole({ problem, proposal }: Pick<IdeaWords, 'problem' | 'proposal'>): void {
  if (!problem.trim()) throw platformErrors.textRequired('problem');
  if (!plainText(proposal).trim()) throw platformErrors.textRequired('proposal');
}

/** It may be negative: less of something. */
function checkedBenefit(amount: number | null | undefined): number | null {
  if (amount === null || amount === undefined) return null;
  if (!Number.isInteger(amount) || Math.abs(amount) > maxAmount) throw ideasErrors.amountInvalid('benefitAmount');
  return amount;
}
