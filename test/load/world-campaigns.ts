import { Stream } from '../organisation/index.ts';
import type { TableCopier } from './copy-in.ts';
import { BallotRows, ballotColumns, type Voted } from './world-ballots.ts';

/** How many campaigns there are; two of them have so many ideas, and so many votes in each of their ballots. */
export interface CampaignSizes {
  campaigns: number;
  ideas: number;
  votes: number;
}

export interface Somebody {
  id: string;
  department: string;
}

/** What campaigns are made of: who takes part, and what people have written, for words as they are used. */
export interface CampaignStock {
  people: readonly Somebody[];
  executives: readonly string[];
  /** Some members of each community. */
  members: ReadonlyMap<string, readonly Somebody[]>;
  said: readonly { title: string; text: string }[];
}

export interface CampaignParts {
  idFrom(source: string, at: Date): string;
  richTextOf(text: string): object;
}

export const campaignColumns: Record<string, string> = {
  campaign: 'id, key, created_by_id, owner_id, sponsor_id, question, context, context_text, rules, criteria, resources, budget, banner_pattern, banner_tone, is_for_everyone, time_zone, commitment, commitment_due_on, committed_at, answers_due_on, created_at, published_at, closed_at, cancellation_reason',
  campaign_audience: 'id, campaign_id, department, community_id',
  campaign_role: 'campaign_id, person_id, role',
  campaign_phase: 'campaign_id, kind, opens_at, closes_at',
  idea: 'id, key, campaign_id, author_id, state, title, problem, proposal, proposal_text, benefit, benefit_unit, cost, effort, tags, looking_for, version, support_count, created_at, updated_at, submitted_at, department',
  idea_author: 'idea_id, person_id, standing, contribution, created_at',
  idea_version: 'idea_id, number, author_id, words, note, created_at',
  idea_answer: 'idea_id, author_id, signed_as, key, outcome, reason, reason_text, link, version, created_at, decided_at',
  project: 'id, key, idea_id, begun_by_id, owner_id, ends_on, first_ends_on, percentage, unit, version, begun_at',
  jury_member: 'id, campaign_id, person_id, called_at',
  jury_sheet: 'idea_id, juror_id, scores, total, comment, note, is_submitted, is_conflict, conflict, updated_at',
  ...ballotColumns,
};

type Phase = [kind: string, opens: number, closes: number];

/** Days from now; what is open now stays so for ten years, as worlds are kept. */
const courses = {
  voting: [['gather', -60, -30], ['vote', -10, 3650]],
  counted: [['gather', -120, -90], ['vote', -80, -20], ['jury', -19, -2], ['decide', -1, 3650]],
  gathering: [['gather', -5, 3650], ['vote', 3651, 3680]],
  closed: [['gather', -300, -270], ['decide', -260, -200]],
} satisfies Record<string, Phase[]>;
type Course = keyof typeof courses;

const dayMs = 86_400_000;
const fewIdeas = 60;
const jurors = 10;
const tags = ['énergie', 'waste', 'accueil', 'tools', 'transport', 'sécurité', 'paper', 'training'];
const patterns = ['arches', 'waves', 'tiles', 'hills', 'rays', 'dots'];
const tones = ['brick', 'ochre', 'moss', 'sea', 'sky', 'plum'];

/** Writes campaigns with their ideas and votes: one that votes now and one whose votes are in, both large, and small ones around them, some for a department or a community. */
export async function writeCampaigns(copier: TableCopier, parts: CampaignParts, { now, sizes, stock }: { now: Date; sizes: CampaignSizes; stock: CampaignStock }): Promise<void> {
  const rows = new CampaignRows(copier, parts, { now, sizes, stock });
  for (let i = 0; i < sizes.campaigns; i += 1) await rows.write(i, i === 0 ? 'voting' : i === 1 ? 'counted' : i % 3 === 0 ? 'closed' : 'gathering');
}

interface MadeIdea extends Voted {
  supportCount: number;
}

class CampaignRows {
  private readonly copier: TableCopier;
  private readonly parts: CampaignParts;
  private readonly now: Date;
  private readonly sizes: CampaignSizes;
  private readonly stock: CampaignStock;

  constructor(copier: TableCopier, parts: CampaignParts, { now, sizes, stock }: { now: Date; sizes: CampaignSizes; stock: CampaignStock }) {
    this.copier = copier;
    this.parts = parts;
    this.now = now;
    this.sizes = sizes;
    this.stock = stock;
  }

  async write(number: number, course: Course): Promise<void> {
    const draws = new Stream(17, 1, number);
    const isLarge = course === 'voting' || course === 'counted';
    const begun = this.day(courses[course][0]?.[1] ?? 0);
    const id = this.parts.idFrom(`campaign:${number}`, begun);
    const owner = draws.pick(this.stock.people);
    const sponsor = draws.pick(this.stock.executives);
    const criteria = ['effect', 'ease'].map((label, i) => ({ id: this.parts.idFrom(`criterion:${number}:${label}`, begun), label, weight: 2 - i }));
    const makers = isLarge ? this.stock.people : await this.audience(id, number, draws);
    await this.campaign(id, number, { course, owner: owner.id, sponsor, begun, criteria, isForEveryone: makers === this.stock.people });
    for (const [kind, opens, closes] of courses[course]) await this.copier.add('campaign_phase', [id, kind, this.day(opens), this.day(closes)]);
    const ideas = Array.from({ length: isLarge ? this.sizes.ideas : fewIdeas }, (_, i) => this.made(id, i, { begun, makers, draws }));
    if (isLarge) {
      const ballots = new BallotRows(this.copier, this.parts, { campaignId: id, now: this.now, isOver: course === 'counted' });
      for (const [i, count] of (await ballots.write(this.stock.people, ideas, this.sizes.votes)).entries()) (ideas[i] as MadeIdea).supportCount = count;
    }
    for (const [i, idea] of ideas.entries()) {
      await this.idea(id, idea, draws);
      if (course === 'closed' || (course === 'counted' && i % 10 === 0)) await this.answer(idea, { sponsor, draws });
    }
    if (course === 'counted') await this.jury(id, ideas, criteria.map((one) => one.id));
  }

  private day(days: number): Date {
    return new Date(this.now.getTime() + days * dayMs);
  }

  /** Every fourth campaign is for one department, every fourth for a community. */
  private async audience(id: string, number: number, draws: Stream): Promise<readonly Somebody[]> {
    const [communityId, members] = draws.pick([...this.stock.members]);
    const department = draws.pick(this.stock.people).department;
    if (number % 4 === 1) await this.copier.add('campaign_audience', [this.parts.idFrom(`audience:${number}`, this.now), id, department, null]);
    if (number % 4 === 2) await this.copier.add('campaign_audience', [this.parts.idFrom(`audience:${number}`, this.now), id, null, communityId]);
    if (number % 4 === 1) return this.stock.people.filter((one) => one.department === department);
    return number % 4 === 2 ? members : this.stock.people;
  }

  private campaign(id: string, number: number, { course, owner, sponsor, begun, criteria, isForEveryone }: { course: Course; owner: string; sponsor: string; begun: Date; criteria: object[]; isForEveryone: boolean }): Promise<void> {
    const { title, text } = this.stock.said[number % this.stock.said.length] ?? { title: '', text: '' };
    const closedAt = course === 'closed' ? this.day(-190) : null;
    return this.copier.add('campaign', [
      id, id, owner, owner, sponsor, title, JSON.stringify(this.parts.richTextOf(text)), text, 'One idea at a time.', JSON.stringify(criteria), '', 1_000_000, patterns[number % patterns.length] ?? '', tones[number % tones.length] ?? '',
      isForEveryone, 'Europe/Paris', 'The best are carried out.', dayOf(this.day(400)), begun, dayOf(this.day(300)), begun, begun, closedAt, '',
    ]);
  }

  private made(campaignId: string, i: number, { begun, makers, draws }: { begun: Date; makers: readonly Somebody[]; draws: Stream }): MadeIdea {
    const at = new Date(begun.getTime() + Math.min(i * 60_000, 4 * dayMs));
    const author = draws.pick(makers);
    return { id: this.parts.idFrom(`idea:${campaignId}:${i}`, at), at, authorId: author.id, department: author.department, cost: 100 + draws.below(900), supportCount: 0 };
  }

  private async idea(campaignId: string, { id, at, authorId, department, cost, supportCount }: MadeIdea, draws: Stream): Promise<void> {
    const { copier, parts } = this;
    const [{ title }, { text: problem }, { text }] = [draws.pick(this.stock.said), draws.pick(this.stock.said), draws.pick(this.stock.said)];
    const proposal = parts.richTextOf(text);
    const said = { title, problem: problem.slice(0, 1_000), benefit: 'Half as much.', benefitUnit: '', cost, effort: 'weeks', tags: draws.sample(tags, 2), lookingFor: draws.chance(0.2) ? ['a developer'] : [] };
    await copier.add('idea', [
      id, id, campaignId, authorId, 'submitted', said.title, said.problem, JSON.stringify(proposal), text, said.benefit, '', cost, said.effort, said.tags, said.lookingFor, 1, supportCount, at, at, at, department,
    ]);
    await copier.add('idea_author', [id, authorId, 'author', '', at]);
    const second = draws.pick(this.stock.people).id;
    if (draws.chance(0.2) && second !== authorId) await copier.add('idea_author', [id, second, 'volunteer', '', at]);
    await copier.add('idea_version', [id, 1, authorId, JSON.stringify({ ...said, proposal, benefitAmount: null }), '', at]);
  }

  /** Of those that are answered, a fifth is selected, and carried out. */
  private async answer({ id, at, authorId }: MadeIdea, { sponsor, draws }: { sponsor: string; draws: Stream }): Promise<void> {
    const outcome = draws.pick(['selected', 'later', 'no', 'no', 'later']);
    const answeredAt = new Date(at.getTime() + 30 * dayMs);
    await this.copier.add('idea_answer', [id, sponsor, 'sponsor', id, outcome, JSON.stringify(this.parts.richTextOf('As we said.')), 'As we said.', '', 1, answeredAt, answeredAt]);
    if (outcome === 'selected') await this.copier.add('project', [id, id, id, sponsor, authorId, dayOf(this.day(90)), dayOf(this.day(90)), 40, '', 1, answeredAt]);
  }

  /** Three jurors judge each idea. */
  private async jury(campaignId: string, ideas: readonly MadeIdea[], criteria: readonly string[]): Promise<void> {
    const draws = new Stream(17, 2, 0);
    const called = draws.sample(this.stock.people.slice(0, 500), jurors).map(({ id }) => id);
    for (const [i, id] of called.entries()) {
      await this.copier.add('campaign_role', [campaignId, id, 'juror']);
      await this.copier.add('jury_member', [this.parts.idFrom(`juror:${i}`, this.day(-19)), campaignId, id, this.day(-19)]);
    }
    for (const { id, authorId } of ideas) {
      for (const juror of draws.sample(called, 3).filter((one) => one !== authorId)) {
        const scores = criteria.map((criterion) => [criterion, draws.below(11)] as const);
        const total = scores.reduce((sum, [, score], i) => sum + score * (2 - i), 0) / 3;
        await this.copier.add('jury_sheet', [id, juror, JSON.stringify(Object.fromEntries(scores)), total, draws.chance(0.3) ? 'Well thought.' : '', '', true, false, '', this.day(-5)]);
      }
    }
  }
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
