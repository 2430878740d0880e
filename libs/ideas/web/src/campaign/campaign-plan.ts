import { type BannerPattern, type BannerTone, type ChangeCampaignInput, ownTimeZone, type PhaseKind, type RichTextDocument } from '@parvis/platform/web';

import type { CampaignPlanFragment } from './CampaignForm.generated.ts';

export const phaseKinds: readonly PhaseKind[] = ['GATHER', 'BUILD', 'VOTE', 'JURY', 'DECIDE', 'CARRY_OUT', 'REVIEW'];

/** A plan as its form holds it: times as the browser's controls write them, in the campaign's zone. */
export interface PlanFields {
  question: string;
  context: RichTextDocument | null;
  rules: string;
  criteria: { id: string | null; label: string; weight: string }[];
  resources: string;
  budget: string;
  hashtag: string;
  banner: { pattern: BannerPattern; tone: BannerTone };
  sponsorId: string;
  isForEveryone: boolean;
  departments: string[];
  communities: { id: string; name: string }[];
  timeZone: string;
  phases: { kind: PhaseKind; isIn: boolean; opens: string; closes: string }[];
  answersDueOn: string;
}

const blank: RichTextDocument = { type: 'doc', content: [{ type: 'paragraph' }] };
const dayMs = 24 * 3_600_000;
const day = (date: Date): string => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/** Weeks that each phase takes unless one says otherwise; the first four and the carrying out are proposed. */
const weeksOf: Record<PhaseKind, number> = { GATHER: 3, BUILD: 1, VOTE: 1, JURY: 2, DECIDE: 1, CARRY_OUT: 12, REVIEW: 2 };
const proposed: readonly PhaseKind[] = ['GATHER', 'VOTE', 'DECIDE', 'CARRY_OUT'];

/** From the next Monday on, at nine and six, one phase after the other. */
export function newPlan(now: Date): PlanFields {
  let start = new Date(now.getFullYear(), now.getMonth(), now.getDate() + ((8 - now.getDay()) % 7 || 7));
  let answers = start;
  const phases = phaseKinds.map((kind) => {
    const isIn = proposed.includes(kind);
    const end = new Date(start.getTime() + (7 * weeksOf[kind] - 3) * dayMs);
    const phase = { kind, isIn, opens: `${day(start)}T09:00`, closes: `${day(end)}T18:00` };
    if (isIn && kind !== 'CARRY_OUT') answers = end;
    if (isIn) start = new Date(end.getFullYear(), end.getMonth(), end.getDate() + 3);
    return phase;
  });
  return {
    question: '', context: null, rules: '', criteria: [], resources: '', budget: '', hashtag: '', banner: { pattern: 'RAYS', tone: 'OCHRE' }, sponsorId: '', isForEveryone: true, departments: [], communities: [],
    timeZone: ownTimeZone(), phases, answersDueOn: day(answers),
  };
}

export function planOf(campaign: CampaignPlanFragment): PlanFields {
  const fresh = newPlan(new Date());
  return {
    question: campaign.question, context: campaign.context, rules: campaign.rules, criteria: campaign.criteria.map(({ id, label, weight }) => ({ id, label, weight: String(weight) })), resources: campaign.resources,
    budget: campaign.budget?.toString() ?? '', hashtag: campaign.hashtag ?? '', banner: { pattern: campaign.banner.pattern, tone: campaign.banner.tone }, sponsorId: campaign.sponsor?.id ?? '',
    isForEveryone: campaign.audience.everyone, departments: [...campaign.audience.departments], communities: campaign.audience.communities.map(({ id, name }) => ({ id, name })), timeZone: campaign.timeZone,
    phases: fresh.phases.map((phase) => {
      const planned = campaign.phases.find(({ kind }) => kind === phase.kind);
      return planned ? { kind: phase.kind, isIn: true, opens: planned.opens, closes: planned.closes } : { ...phase, isIn: false };
    }),
    answersDueOn: campaign.answersDueOn ?? '',
  };
}

/** What is sent. */
export function planInput(fields: PlanFields): Omit<ChangeCampaignInput, 'id'> {
  const { question, context, rules, criteria, resources, budget, hashtag, banner, sponsorId, isForEveryone, departments, communities, timeZone, phases, answersDueOn } = fields;
  const digits = budget.replaceAll(/[\s\u00a0\u202f,']/g, '');
  return {
    question, context: context ?? blank, rules, resources, hashtag, timeZone,
    criteria: criteria.filter(({ label }) => label.trim()).map(({ id, label, weight }) => ({ id, label, weight: Number(weight) })),
    budget: digits ? Number(digits) : null,
    banner: { ...banner },
    sponsorId: sponsorId || null,
    audience: isForEveryone ? { departments: [], communityIds: [] } : { departments: [...departments], communityIds: communities.map(({ id }) => id) },
    phases: phases.filter(({ isIn }) => isIn).map(({ kind, opens, closes }) => ({ kind, opens, closes })),
    answersDueOn: answersDueOn || null,
  };
}
