import { phaseKinds, type Phase, type PhaseKind } from './phases.ts';

/** Where a campaign stands: a phase while it is open, or what lies before, between and after them. */
export const campaignStages = ['draft', 'announced', ...phaseKinds, 'between', 'over', 'closed', 'cancelled'] as const;
export type CampaignStage = (typeof campaignStages)[number];

/** What people have decided about a campaign; all else is for the clock. */
export interface Course {
  phases: readonly Phase[];
  /** Null: a draft, seen by those who prepare it. */
  publishedAt: Date | null;
  /** When every author had their answer and the owner closed it. */
  closedAt: Date | null;
  cancelledAt: Date | null;
}

/** Where a campaign stands at an instant. Nobody moves it on: the clock does. */
export function stageAt({ phases, publishedAt, closedAt, cancelledAt }: Course, now: Date): CampaignStage {
  if (cancelledAt) return 'cancelled';
  if (closedAt) return 'closed';
  if (!publishedAt) return 'draft';
  const open = phases.find(({ opensAt, closesAt }) => opensAt <= now && now < closesAt);
  if (open) return open.kind;
  if (phases.every(({ opensAt }) => now < opensAt)) return 'announced';
  return phases.some(({ opensAt }) => now < opensAt) ? 'between' : 'over';
}

/** What is done in a campaign, and only at some stages. */
export const campaignActions = ['submit', 'revise', 'volunteer', 'support', 'vote', 'score', 'comment', 'merge', 'answer', 'carry-out', 'extend', 'import', 'close', 'cancel'] as const;
export type CampaignAction = (typeof campaignActions)[number];

const underWay = [...phaseKinds, 'between', 'over'] as const satisfies readonly CampaignStage[];

/** README.md of the domain shows the same as a table; a test compares them. */
const stagesOf: Record<CampaignAction, readonly CampaignStage[]> = {
  submit: ['gather'],
  revise: ['gather', 'build'],
  volunteer: [...underWay],
  support: ['gather', 'build', 'vote'],
  vote: ['vote'],
  score: ['jury'],
  comment: [...underWay],
  merge: ['gather', 'build'],
  answer: [...underWay],
  'carry-out': ['decide', 'carry-out', 'review', 'between', 'over', 'closed'],
  extend: ['announced', ...phaseKinds, 'between'],
  import: ['draft', 'announced', 'gather'],
  close: ['over'],
  cancel: ['draft', 'announced', ...underWay],
};

export const allows = (stage: CampaignStage, action: CampaignAction): boolean => stagesOf[action].includes(stage);

/** When a campaign will stand elsewhere by the clock alone; null: never. */
export function nextTurn({ phases, publishedAt, closedAt, cancelledAt }: Course, now: Date): Date | null {
  if (!publishedAt || closedAt || cancelledAt) return null;
  const turns = phases.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]).filter((at) => at > now);
  return turns.length === 0 ? null : new Date(Math.min(...turns.map((at) => at.getTime())));
}

/** The phase of a kind, if the campaign goes through it. */
export const phaseOf = ({ phases }: Pick<Course, 'phases'>, kind: PhaseKind): Phase | null => phases.find((phase) => phase.kind === kind) ?? null;
