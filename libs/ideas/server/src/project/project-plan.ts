import { checkedId, limited, platformErrors, requiredLine, requiredText } from '@parvis/platform/server';
import { checkedDay } from '../campaign/campaign-plan.ts';
import { ideasErrors } from '../ideas.errors.ts';

export interface WrittenMilestone {
  id?: string | null;
  title: string;
  dueOn: string;
  isDone: boolean;
}

export interface CheckedMilestone {
  id: string | null;
  title: string;
  dueOn: string;
  isDone: boolean;
}

export const maxMilestones = 30;
const maxTitleLength = 150;
const maxHowLength = 2_000;
const maxUnitLength = 40;
const maxAmount = 1_000_000_000;

/** Errors: TOO_MANY_ITEMS, TEXT_REQUIRED, TEXT_TOO_LONG, CAMPAIGN_DAY_INVALID, ID_INVALID. */
export function checkedMilestones(milestones: readonly WrittenMilestone[]): CheckedMilestone[] {
  if (milestones.length > maxMilestones) throw platformErrors.tooManyItems('milestones', maxMilestones);
  const checked = milestones.map(({ id, title, dueOn, isDone }) => ({ id: id ? checkedId('milestones', id) : null, title: requiredLine('milestones', title, maxTitleLength), dueOn: checkedDay('milestones', dueOn), isDone }));
  const ids = checked.flatMap(({ id }) => id ?? []);
  if (new Set(ids).size < ids.length) throw platformErrors.idInvalid('milestones');
  return checked;
}

/** Errors: PROJECT_PERCENTAGE_INVALID. */
export function checkedPercentage(percentage: number): number {
  if (!Number.isInteger(percentage) || percentage < 0 || percentage > 100) throw ideasErrors.percentageInvalid();
  return percentage;
}

/** What was measured: a whole number, negative for less of something, and how it was found. Errors: CAMPAIGN_AMOUNT_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG. */
export function checkedMeasure({ amount, how, unit }: { amount: number; how: string; unit: string }): { amount: number; how: string; unit: string } {
  if (!Number.isInteger(amount) || Math.abs(amount) > maxAmount) throw ideasErrors.amountInvalid('amount');
  return { amount, how: requiredText('how', how, maxHowLength), unit: limited('unit', unit, maxUnitLength) };
}

/** Whether a day that was promised is over and what was promised is not there: `today` by the clock of the campaign. */
export const isLateOn = (today: string, dueOn: string, isDone: boolean): boolean => !isDone && dueOn < today;
