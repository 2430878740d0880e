import { ballotOf, type BallotRecord } from './ballots.ts';
import { campaignStock, type ToldCampaign, type ToldIdea } from './campaign-stock.ts';
import { demoPeople } from './familiar-faces.ts';
import { juryOf, type JuryRecord } from './juries.ts';
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
  ballots: BallotRecord[];
  jury: JuryRecord | null;
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

interface Company {
  draws: Stream;
  index: number;
  endMs: number;
  /** Those who write most and worked here before a day, which counts from the end. */
  activeSince: (day: number) => string[];
}

/** Campaigns at every stage, always the same for a seed: one that gathers ideas, one that votes, one whose jury judges, one that is closed and carried out. */
export function campaignRecords(plan: OrganisationPlan): CampaignRecord[] {
  const people = peopleOf(plan);
  const endMs = Date.parse(plan.endsAt);
  const active = [...people.byActivity].slice(0, Math.min(people.count, 160));
  const activeSince = (day: number): string[] => active.filter((person) => (people.hiredDaysBefore[person] ?? 0) > -day).map((person) => people.identifiers[person] ?? '');
  return campaignStock.map((told, index) => campaignOf(told, { draws: new Stream(plan.seed, CAMPAIGN, index), index, endMs, activeSince }));
}

function campaignOf(told: ToldCampaign, company: Company): CampaignRecord {
  const { phases, publishedDay, closedDay, answersDueDay, commitmentDueDay, ideas: _ideas, ballots: _ballots, jury: _jury, ...facts } = told;
  const { instant, day } = calendarTo(company.endMs);
  const id = `campaign-${company.index + 1}`;
  const ideas = ideasOf(told, id, company);
  return {
    ...facts, id, commitmentDueOn: day(commitmentDueDay), answersDueOn: day(answersDueDay), publishedAt: instant(publishedDay, 8), closedAt: closedDay === null ? null : instant(closedDay, 15),
    phases: phases.map(({ kind, from, to }) => ({ kind, opensAt: instant(from, turnHour), closesAt: instant(to, turnHour) })),
    ideas, ballots: ballotsOf(told, ideas, company), jury: campaignJuryOf(told, ideas, company),
  };
}

/** Phases open and close in the morning, UTC. */
const turnHour = 7;

const calendarTo = (endMs: number) => {
  const instant = (days: number, hour: number): string => new Date(Math.floor((endMs + days * dayMs) / dayMs) * dayMs + hour * 3_600_000).toISOString();
  return { instant, day: (days: number): string => instant(days, 12).slice(0, 10) };
};

function ideasOf(told: ToldCampaign, campaignId: string, { draws, endMs, activeSince }: Company): IdeaRecord[] {
  const { instant, day } = calendarTo(endMs);
  const gather = told.phases[0] ?? { from: -10, to: 0 };
  const until = Math.min(gather.to, 0);
  const active = activeSince(gather.from);
  const latest = new Date(endMs).toISOString();
  return told.ideas.map(({ by, support, answer, project, ...words }, place) => {
    const at = instant(gather.from + ((until - gather.from) * (place + 0.5)) / told.ideas.length, turnHour + (place % 8));
    return {
      ...words,
      id: `${campaignId}-idea-${place + 1}`,
      authors: by,
      submittedAt: at < latest ? at : latest,
      supporters: draws.sample(active.filter((person) => !by.includes(person)), support),
      answer: answer ? { outcome: answer.outcome, reason: answer.reason, by: answer.by, answeredAt: instant(answer.day, 14) } : null,
      project: project ? projectOf(project, { instant, day }) : null,
    };
  });
}

/** Whoever is signed in as one of the demo people has yet to vote where it is still possible. */
function ballotsOf(told: ToldCampaign, ideas: readonly IdeaRecord[], { draws, endMs, activeSince }: Company): BallotRecord[] {
  const phase = told.phases.find(({ kind }) => kind === 'vote') ?? { from: 0, to: 0 };
  const { day } = calendarTo(endMs);
  const days = Array.from({ length: Math.max(Math.min(phase.to, 0) - phase.from, 0) }, (_none, i) => day(phase.from + i));
  const isOpen = phase.to > 0;
  const voters = activeSince(phase.from).filter((person) => !isOpen || demoPeople.every(({ identifier }) => identifier !== person));
  const votable = withAppeal(told, ideas);
  return told.ballots.map((ballot) => ballotOf(ballot, { draws, voters, days, ideas: votable }));
}

function campaignJuryOf(told: ToldCampaign, ideas: readonly IdeaRecord[], { draws, endMs }: Company): JuryRecord | null {
  const phase = told.phases.find(({ kind }) => kind === 'jury');
  if (!phase || !told.jury) return null;
  const { instant } = calendarTo(endMs);
  const [fromMs, toMs] = [Date.parse(instant(phase.from, turnHour + 1)), Math.min(Date.parse(instant(phase.to, turnHour - 1)), endMs)];
  return juryOf(told.jury, { draws, criteria: told.criteria.length, ideas: withAppeal(told, ideas), calledAt: instant(told.jury.calledDay, 9), fromMs, toMs });
}

/** What many support pleases. */
function withAppeal({ ideas: told }: ToldCampaign, ideas: readonly IdeaRecord[]): { id: string; authors: string[]; cost: number | null; appeal: number }[] {
  const most = Math.max(...told.map(({ support }) => support), 1);
  return ideas.map(({ id, authors, cost }, place) => ({ id, authors, cost, appeal: (told[place]?.support ?? 0) / most }));
}

function projectOf(told: NonNullable<ToldIdea['project']>, { instant, day }: { instant: (days: number, hour: number) => string; day: (days: number) => string }): ProjectRecord {
  return {
    owner: told.owner, startedAt: instant(told.startDay, 9), progress: told.progress, update: told.update,
    milestones: told.milestones.map(({ title, dueDay, doneDay }) => ({ title, dueOn: day(dueDay), doneOn: doneDay === null ? null : day(doneDay) })),
    delivered: told.delivered && { text: told.delivered.text, on: day(told.delivered.day) },
    measured: told.measured && { amount: told.measured.amount, how: told.measured.how, on: day(told.measured.day) },
  };
}
