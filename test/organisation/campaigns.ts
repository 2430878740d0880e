import { campaignStock, type ToldCampaign, type ToldIdea } from './campaign-stock.ts';
import { peopleOf } from './people.ts';
import { hashText, Stream } from './prng.ts';
import type { OrganisationPlan } from './records.ts';

/** An idea campaign with its ideas. People are named by their identifiers, instants are ISO 8601. */
export interface CampaignRecord {
  id: string;
  question: string;
  context: string;
  rules: string;
  criteria: { label: string; weight: number }[];
  resources: string;
  budget: number | null;
  hashtag: string | null;
  banner: { pattern: string; tone: string };
  owner: string;
  sponsor: string;
  moderators: string[];
  commitment: string;
  /** YYYY-MM-DD. */
  commitmentDueOn: string;
  answersDueOn: string;
  timeZone: string;
  phases: { kind: string; opensAt: string; closesAt: string }[];
  publishedAt: string;
  closedAt: string | null;
  ideas: IdeaRecord[];
}

export interface IdeaRecord extends Omit<ToldIdea, 'support' | 'by' | 'answer' | 'project'> {
  id: string;
  authors: string[];
  submittedAt: string;
  supporters: string[];
  answer: { outcome: string; reason: string; by: string; answeredAt: string } | null;
  project: ProjectRecord | null;
}

export interface ProjectRecord {
  owner: string;
  startedAt: string;
  progress: number;
  milestones: { title: string; dueOn: string; doneOn: string | null }[];
  update: string;
  delivered: { text: string; on: string } | null;
  measured: { amount: number; how: string; on: string } | null;
}

const CAMPAIGN = hashText('campaign');
const dayMs = 24 * 3_600_000;

/** Campaigns at every stage, always the same for a seed: one that gathers ideas, one that votes, one that is closed and carried out. */
export function campaignRecords(plan: OrganisationPlan): CampaignRecord[] {
  const people = peopleOf(plan);
  const endMs = Date.parse(plan.endsAt);
  const active = [...people.byActivity].slice(0, Math.min(people.count, 160)).map((person) => people.identifiers[person] ?? '');
  return campaignStock.map((told, index) => campaignOf(told, { draws: new Stream(plan.seed, CAMPAIGN, index), index, endMs, active }));
}

function campaignOf(told: ToldCampaign, { draws, index, endMs, active }: { draws: Stream; index: number; endMs: number; active: string[] }): CampaignRecord {
  const { phases, publishedDay, closedDay, answersDueDay, commitmentDueDay, ideas, ...facts } = told;
  const instant = (days: number, hour: number): string => new Date(Math.floor((endMs + days * dayMs) / dayMs) * dayMs + hour * 3_600_000).toISOString();
  const day = (days: number): string => instant(days, 12).slice(0, 10);
  const id = `campaign-${index + 1}`;
  return {
    ...facts, id, commitmentDueOn: day(commitmentDueDay), answersDueOn: day(answersDueDay), publishedAt: instant(publishedDay, 8), closedAt: closedDay === null ? null : instant(closedDay, 15),
    phases: phases.map(({ kind, from, to }) => ({ kind, opensAt: instant(from, 7), closesAt: instant(to, 16) })),
    ideas: ideas.map(({ by, support, answer, project, ...words }, place) => {
      const gather = phases[0] ?? { from: -10, to: 0 };
      const until = Math.min(gather.to, 0);
      return {
        ...words,
        id: `${id}-idea-${place + 1}`,
        authors: by,
        submittedAt: instant(gather.from + ((until - gather.from) * (place + 0.5)) / ideas.length, 7 + (place % 8)),
        supporters: draws.sample(active.filter((person) => !by.includes(person)), support),
        answer: answer ? { outcome: answer.outcome, reason: answer.reason, by: answer.by, answeredAt: instant(answer.day, 14) } : null,
        project: project ? projectOf(project, { instant, day }) : null,
      };
    }),
  };
}

function projectOf(told: NonNullable<ToldIdea['project']>, { instant, day }: { instant: (days: number, hour: number) => string; day: (days: number) => string }): ProjectRecord {
  return {
    owner: told.owner, startedAt: instant(told.startDay, 9), progress: told.progress, update: told.update,
    milestones: told.milestones.map(({ title, dueDay, doneDay }) => ({ title, dueOn: day(dueDay), doneOn: doneDay === null ? null : day(doneDay) })),
    delivered: told.delivered && { text: told.delivered.text, on: day(told.delivered.day) },
    measured: told.measured && { amount: told.measured.amount, how: told.measured.how, on: day(told.measured.day) },
  };
}
