import { type BannerPattern, type BannerTone, type ChangeCampaignInput, ownTimeZone, type PhaseKind, type RichTextDocument, wholeNumberTyped } from '@parvis/platform/web';

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

/** Weeks that each phase takes unless one says otherwise. */
const weeksOf: Record<PhaseKind, number> = { GATHER: 3, BUILD: 1, VOTE: 1, JURY: 2, DECIDE: 1, CARRY_OUT: 12, REVIEW: 2 };

/** Ways that campaigns commonly go, to start from. */
export const campaignTemplates = {
  challenge: { phases: ['GATHER', 'VOTE', 'DECIDE', 'CARRY_OUT'], banner: { pattern: 'RAYS', tone: 'OCHRE' } },
  jury: { phases: ['GATHER', 'BUILD', 'JURY', 'DECIDE', 'CARRY_OUT', 'REVIEW'], banner: { pattern: 'ARCHES', tone: 'PLUM' } },
  budget: { phases: ['GATHER', 'BUILD', 'VOTE', 'DECIDE', 'CARRY_OUT', 'REVIEW'], banner: { pattern: 'TILES', tone: 'SKY' } },
  quick: { phases: ['GATHER', 'DECIDE', 'CARRY_OUT'], banner: { pattern: 'DOTS', tone: 'SEA' } },
} as const satisfies Record<string, { phases: readonly PhaseKind[]; banner: PlanFields['banner'] }>;
export type CampaignTemplate = keyof typeof campaignTemplates;

/** From the next Monday on, at nine and six, one phase after the other. */
export function newPlan(now: Date, template: CampaignTemplate = 'challenge'): PlanFields {
  const { phases: chosen, banner } = campaignTemplates[template];
  let start = nextMonday(now);
  let answers = start;
  const phases = phaseKinds.map((kind) => {
    const isIn = (chosen as readonly PhaseKind[]).includes(kind);
    const end = daysAfter(start, 7 * weeksOf[kind] - 3);
    const phase = { kind, isIn, opens: `${day(start)}T09:00`, closes: `${day(end)}T18:00` };
    if (isIn && kind !== 'CARRY_OUT' && kind !== 'REVIEW') answers = end;
    if (isIn) start = daysAfter(end, 3);
    return phase;
  });
  return {
    question: '', context: null, rules: '', criteria: [], resources: '', budget: '', hashtag: '', banner: { ...banner }, sponsorId: '', isForEveryone: true, departments: [], communities: [],
    timeZone: ownTimeZone(), phases, answersDueOn: day(answers),
  };
}

/** An earlier campaign as a start: the same words and rhythm, from the next Monday on; whoever sponsors signs anew. */
export function planLike(campaign: CampaignPlanFragment, now: Date): PlanFields {
  const plan = planOf(campaign);
  const [first] = plan.phases.filter(({ isIn }) => isIn);
  const days = first ? Math.round((nextMonday(now).getTime() - new Date(`${first.opens.slice(0, 10)}T00:00`).getTime()) / dayMs) : 0;
  const moved = (local: string): string => `${day(daysAfter(new Date(`${local.slice(0, 10)}T00:00`), days))}${local.slice(10)}`;
  return {
    ...plan,
    criteria: plan.criteria.map((criterion) => ({ ...criterion, id: null })),
    phases: plan.phases.map((phase) => (phase.isIn ? { ...phase, opens: moved(phase.opens), closes: moved(phase.closes) } : phase)),
    answersDueOn: plan.answersDueOn && moved(plan.answersDueOn),
  };
}

/** Days of the calendar, whatever the clock does in between. */
const daysAfter = (date: Date, days: number): Date => new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
const nextMonday = (now: Date): Date => daysAfter(now, (8 - now.getDay()) % 7 || 7);

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
export function planInput(fields: PlanFields): Omit<ChangeCampaignInput, 'id' | 'version'> {
  const { question, context, rules, criteria, resources, budget, hashtag, banner, sponsorId, isForEveryone, departments, communities, timeZone, phases, answersDueOn } = fields;
  return {
    question, context: context ?? blank, rules, resources, hashtag, timeZone,
    criteria: criteria.filter(({ label }) => label.trim()).map(({ id, label, weight }) => ({ id, label, weight: Number(weight) })),
    budget: wholeNumberTyped(budget),
    banner: { ...banner },
    sponsorId: sponsorId || null,
    audience: isForEveryone ? { departments: [], communityIds: [] } : { departments: [...departments], communityIds: communities.map(({ id }) => id) },
    phases: phases.filter(({ isIn }) => isIn).map(({ kind, opens, closes }) => ({ kind, opens, closes })),
    answersDueOn: answersDueOn || null,
  };
}
