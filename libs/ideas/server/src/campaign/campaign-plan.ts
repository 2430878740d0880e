import { keptRichText, plainText, type RichTextDocument } from '@parvis/conversations/server';
import type { BannerPattern, BannerTone } from '@parvis/communities/server';
import { checkedId, checkedTimeZone, limited, newId, platformErrors, requiredLine } from '@parvis/platform/server';
import { DateTime } from 'luxon';
import { ideasErrors } from '../ideas.errors.ts';
import { phasesOf, type WallPhase } from '../phase/phase-time.ts';
import type { Phase } from '../phase/phases.ts';
import type { Criterion } from './campaign.entity.ts';

export interface CampaignPlan {
  question: string;
  context: unknown;
  rules: string;
  criteria: { id?: string | null; label: string; weight: number }[];
  resources: string;
  budget?: number | null;
  hashtag: string;
  banner: { pattern: BannerPattern; tone: BannerTone };
  sponsorId?: string | null;
  audience: { departments: string[]; communityIds: string[] };
  timeZone: string;
  phases: WallPhase[];
  answersDueOn?: string | null;
}

/** A plan whose every part is well formed; whom it names is looked up by the service. */
export interface CheckedPlan {
  words: {
    question: string;
    context: RichTextDocument;
    contextText: string;
    rules: string;
    criteria: Criterion[];
    resources: string;
    budget: number | null;
    hashtag: string | null;
    bannerPattern: BannerPattern;
    bannerTone: BannerTone;
    timeZone: string;
    answersDueOn: string | null;
    isForEveryone: boolean;
  };
  sponsorId: string | null;
  departments: string[];
  communityIds: string[];
  phases: Phase[];
}

export const maxAmount = 1_000_000_000;
const maxQuestionLength = 200;
const maxTextLength = 5_000;
const maxCriteria = 10;
const maxLabelLength = 80;
const maxAudience = 100;
/** What the feed takes for a hashtag. */
const hashtagForm = /^(?=[\p{N}_-]*\p{L})[\p{L}\p{N}_-]{1,60}$/u;

/** Errors: TEXT_REQUIRED, TEXT_TOO_LONG, RICH_TEXT_NOT_ALLOWED, CAMPAIGN_CRITERIA_INVALID, CAMPAIGN_AMOUNT_INVALID, CAMPAIGN_HASHTAG_INVALID, CAMPAIGN_DAY_INVALID, TIME_ZONE_UNKNOWN, PHASE_TIME_INVALID, PHASES_INVALID, TOO_MANY_ITEMS, ID_INVALID. */
export function checkedPlan(plan: CampaignPlan): CheckedPlan {
  const context = keptRichText('context', plan.context);
  const timeZone = checkedTimeZone('timeZone', plan.timeZone);
  const departments = distinct(plan.audience.departments.map((name) => name.trim()).filter(Boolean));
  const communityIds = distinct(plan.audience.communityIds.map((id) => checkedId('audience', id)));
  if (departments.length + communityIds.length > maxAudience) throw platformErrors.tooManyItems('audience', maxAudience);
  return {
    words: {
      question: requiredLine('question', plan.question, maxQuestionLength),
      context,
      contextText: limited('context', plainText(context), 20_000),
      rules: limited('rules', plan.rules, maxTextLength),
      criteria: checkedCriteria(plan.criteria),
      resources: limited('resources', plan.resources, maxTextLength),
      budget: checkedAmount('budget', plan.budget),
      hashtag: checkedHashtag(plan.hashtag),
      bannerPattern: plan.banner.pattern,
      bannerTone: plan.banner.tone,
      timeZone,
      answersDueOn: plan.answersDueOn ? checkedDay('answersDueOn', plan.answersDueOn) : null,
      isForEveryone: departments.length + communityIds.length === 0,
    },
    sponsorId: plan.sponsorId ? checkedId('sponsorId', plan.sponsorId) : null,
    departments,
    communityIds,
    phases: phasesOf(plan.phases, timeZone),
  };
}

/** A whole number from 0 to a thousand million; null: not told. Errors: CAMPAIGN_AMOUNT_INVALID. */
export function checkedAmount(field: string, amount: number | null | undefined): number | null {
  if (amount === null || amount === undefined) return null;
  if (!Number.isInteger(amount) || amount < 0 || amount > maxAmount) throw ideasErrors.amountInvalid(field);
  return amount;
}

/** A day as YYYY-MM-DD. Errors: CAMPAIGN_DAY_INVALID. */
export function checkedDay(field: string, day: string): string {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(day) || !DateTime.fromISO(day).isValid) throw ideasErrors.dayInvalid(field);
  return day;
}

/** The first instant after a day of a time zone: what is due on a day may be done until then. */
export const endOfDay = (day: string, timeZone: string): Date => DateTime.fromISO(day, { zone: timeZone }).plus({ days: 1 }).startOf('day').toJSDate();

function checkedHashtag(value: string): string | null {
  const hashtag = value.trim().replace(/^#/, '').normalize('NFC').toLowerCase();
  if (hashtag && !hashtagForm.test(hashtag)) throw ideasErrors.hashtagInvalid();
  return hashtag || null;
}

function checkedCriteria(criteria: CampaignPlan['criteria']): Criterion[] {
  if (criteria.length > maxCriteria) throw platformErrors.tooManyItems('criteria', maxCriteria);
  const checked = criteria.map(({ id, label, weight }) => ({ id: id ? checkedId('criteria', id) : newId(), label: requiredLine('criteria', label, maxLabelLength), weight }));
  const isWeighed = checked.every(({ weight }) => Number.isInteger(weight) && weight >= 1 && weight <= 10);
  const isDistinct = new Set(checked.map(({ label }) => label.toLowerCase())).size === checked.length && new Set(checked.map(({ id }) => id)).size === checked.length;
  if (!isWeighed || !isDistinct) throw ideasErrors.criteriaInvalid();
  return checked;
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];
