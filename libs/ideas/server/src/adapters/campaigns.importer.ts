import { bannerPatterns, bannerTones } from '@parvis/communities/server';
import { fromMarkdown, plainText } from '@parvis/conversations/server';
import { idFrom } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { CampaignRoleEntity } from '../campaign/campaign-role.entity.ts';
import { CampaignEntity } from '../campaign/campaign.entity.ts';
import { IdeaAuthorEntity } from '../idea/idea-author.entity.ts';
import { IdeaVersionEntity } from '../idea/idea-version.entity.ts';
import { IdeaEntity, type Effort } from '../idea/idea.entity.ts';
import { CampaignPhaseEntity } from '../phase/campaign-phase.entity.ts';
import type { PhaseKind } from '../phase/phases.ts';
import { IdeaSupportEntity } from '../support/idea-support.entity.ts';
import { votingTime } from '../vote/ballot-course.ts';
import { importBallot, type ImportedBallot } from './ballots.importer.ts';
import { importJury, type ImportedJury } from './juries.importer.ts';
import { importOutcome, type ImportedOutcome } from './outcomes.importer.ts';

/** A campaign of elsewhere, for the whole company; people by their identifiers in the company, times as ISO instants, texts in Markdown. */
export interface ImportedCampaign {
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
  commitmentDueOn: string;
  answersDueOn: string;
  timeZone: string;
  phases: { kind: string; opensAt: string; closesAt: string }[];
  publishedAt: string;
  closedAt: string | null;
  ballots: ImportedBallot[];
  jury: ImportedJury | null;
  ideas: ImportedIdea[];
}

export interface ImportedIdea extends ImportedOutcome {
  id: string;
  authors: string[];
  title: string;
  problem: string;
  proposal: string;
  benefit: string;
  benefitAmount: number | null;
  benefitUnit: string;
  cost: number | null;
  effort: Effort | null;
  tags: string[];
  lookingFor: string[];
  submittedAt: string;
  supporters: string[];
}

type Known = ReadonlyMap<string, string>;

/** Adds campaigns with their ideas, who supports them, what was voted and judged, and what became of them. People who are not known are left out with what they wrote. Nobody is notified. */
export async function importCampaigns(manager: EntityManager, campaigns: readonly ImportedCampaign[]): Promise<void> {
  const rows: { id: string; identifier: string }[] = await manager.query('SELECT id, identifier FROM person');
  const known = new Map(rows.map(({ id, identifier }) => [identifier, id]));
  for (const campaign of campaigns) await importCampaign(manager, campaign, known);
}

/** What an imported campaign is called here; of an idea likewise. */
export const importedCampaignId = ({ id, publishedAt }: Pick<ImportedCampaign, 'id' | 'publishedAt'>): string => idFrom(`campaign:${id}`, new Date(publishedAt));
export const importedIdeaId = ({ id, submittedAt }: Pick<ImportedIdea, 'id' | 'submittedAt'>): string => idFrom(`idea:${id}`, new Date(submittedAt));

async function importCampaign(manager: EntityManager, told: ImportedCampaign, known: Known): Promise<void> {
  const [ownerId, sponsorId] = [known.get(told.owner), known.get(told.sponsor)];
  if (!ownerId || !sponsorId) return;
  const publishedAt = new Date(told.publishedAt);
  const id = importedCampaignId(told);
  const context = fromMarkdown(told.context);
  const { question, rules, resources, budget, hashtag, commitment, commitmentDueOn, answersDueOn, timeZone } = told;
  const criteria = told.criteria.map(({ label, weight }) => ({ id: idFrom(`criterion:${told.id}:${label}`, publishedAt), label, weight }));
  const phases = told.phases.map(({ kind, opensAt, closesAt }) => ({ kind: kind as PhaseKind, opensAt: new Date(opensAt), closesAt: new Date(closesAt) }));
  await manager.insert(CampaignEntity, {
    id, key: id, createdById: ownerId, ownerId, sponsorId, question, context, contextText: plainText(context), rules, resources, budget, hashtag, isForEveryone: true, timeZone, criteria,
    bannerPattern: oneOf(bannerPatterns, told.banner.pattern) ?? 'rays', bannerTone: oneOf(bannerTones, told.banner.tone) ?? 'ochre',
    commitment, commitmentDueOn, committedAt: publishedAt, answersDueOn, createdAt: publishedAt, publishedAt, closedAt: told.closedAt ? new Date(told.closedAt) : null, cancelledAt: null, cancellationReason: '',
  });
  await manager.insert(CampaignPhaseEntity, phases.map((phase) => ({ campaignId: id, ...phase })));
  await manager.insert(CampaignRoleEntity, idsOf(told.moderators, known).map((personId) => ({ campaignId: id, personId, role: 'moderator' as const })));
  for (const idea of told.ideas) await importIdea(manager, { campaignId: id, sponsorId }, idea, known);
  const ideas = new Map(told.ideas.flatMap((idea) => (idsOf(idea.authors, known).length > 0 ? [[idea.id, importedIdeaId(idea)]] : [])));
  for (const ballot of told.ballots) await importBallot(manager, ballot, { campaignId: id, closesAt: votingTime({ phases }, ballot.kind)?.closesAt ?? null, people: known, ideas });
  if (told.jury) await importJury(manager, told.jury, { campaign: { id, ownerId, criteria }, people: known, ideas });
}

async function importIdea(manager: EntityManager, { campaignId, sponsorId }: { campaignId: string; sponsorId: string }, told: ImportedIdea, known: Known): Promise<void> {
  const authorIds = idsOf(told.authors, known);
  const [authorId] = authorIds;
  if (!authorId) return;
  const submittedAt = new Date(told.submittedAt);
  const id = importedIdeaId(told);
  const proposal = fromMarkdown(told.proposal);
  const { title, problem, benefit, benefitAmount, benefitUnit, cost, effort, tags, lookingFor } = told;
  const words = { title, problem, proposal, benefit, benefitAmount, benefitUnit, cost, effort, tags, lookingFor };
  const supporterIds = idsOf(told.supporters, known).filter((personId) => !authorIds.includes(personId));
  await manager.insert(IdeaEntity, {
    ...words, id, key: id, campaignId, authorId, state: 'submitted', proposalText: plainText(proposal), version: 1, supportCount: supporterIds.length,
    createdAt: submittedAt, updatedAt: submittedAt, submittedAt, archiveReason: '', mergedIntoId: null,
  });
  await manager.insert(IdeaAuthorEntity, authorIds.map((personId) => ({ ideaId: id, personId, standing: 'author' as const, contribution: '', createdAt: submittedAt })));
  await manager.insert(IdeaVersionEntity, { ideaId: id, number: 1, authorId, words, note: '', createdAt: submittedAt });
  await manager.insert(IdeaSupportEntity, supporterIds.map((personId) => ({ ideaId: id, personId, createdAt: submittedAt })));
  await importOutcome(manager, told, { ideaId: id, benefitAmount, benefitUnit, sponsorId }, known);
}

const idsOf = (identifiers: readonly string[], known: Known): string[] => [...new Set(identifiers)].flatMap((identifier) => known.get(identifier) ?? []);

const oneOf = <Value extends string>(values: readonly Value[], value: string): Value | undefined => values.find((one) => one === value);
