import { createHash } from 'node:crypto';
import { idFrom } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { CampaignJuryEntity } from '../jury/campaign-jury.entity.ts';
import { criteriaOf, totalOf } from '../jury/judging.ts';
import { JuryDrawEntity } from '../jury/jury-draw.entity.ts';
import { candidatesFor, inOrderOf, take } from '../jury/jury-seats.ts';
import { JurySheetEntity } from '../jury/jury-sheet.entity.ts';
import { called, digestOf, listOf } from '../jury/lot.ts';

/** The jury of a campaign of elsewhere: some named, by their identifiers, and so many drawn here among those who have no part in it. Jurors count from 0, those named first. */
export interface ImportedJury {
  isBlind: boolean;
  named: string[];
  seats: number;
  perDepartment: number;
  calledAt: string;
  /** Scores in the order of the criteria; with the words of a conflict, none. */
  sheets: { juror: number; idea: string; scores: number[]; comment: string; isSubmitted: boolean; conflict: string | null; at: string }[];
}

interface Judged {
  campaign: Pick<CampaignEntity, 'id' | 'ownerId' | 'criteria'>;
  people: ReadonlyMap<string, string>;
  ideas: ReadonlyMap<string, string>;
}

/** Adds a jury with its sheets. */
export async function importJury(manager: EntityManager, told: ImportedJury, { campaign, people, ideas }: Judged): Promise<void> {
  const { isBlind, named, calledAt, sheets } = told;
  const now = new Date(calledAt);
  await manager.insert(CampaignJuryEntity, { campaignId: campaign.id, isBlind, readers: null });
  const namedIds = named.flatMap((identifier) => people.get(identifier) ?? []);
  await take({ manager }, { campaignId: campaign.id, seats: namedIds.map((personId) => ({ personId, drawId: null, place: null })), now });
  const jurorIds = [...namedIds, ...(await draw(manager, told, campaign))];
  const criteria = criteriaOf(campaign);
  const rows = sheets.flatMap(({ juror, idea, scores, comment, isSubmitted, conflict, at }) => {
    const [jurorId, ideaId] = [jurorIds[juror], ideas.get(idea)];
    if (!jurorId || !ideaId) return [];
    const byCriterion = Object.fromEntries(criteria.flatMap(({ id }, i) => (scores[i] === undefined ? [] : [[id, scores[i]]])));
    const total = conflict === null ? totalOf(criteria, byCriterion) : null;
    return [{ ideaId, jurorId, scores: byCriterion, total, comment, note: '', isSubmitted: isSubmitted && total !== null, isConflict: conflict !== null, conflict: conflict ?? '', updatedAt: new Date(at) }];
  });
  await manager.insert(JurySheetEntity, rows);
}

/** The seed is made of what the campaign is called, so that the same import draws the same. */
async function draw(manager: EntityManager, { seats, perDepartment, calledAt }: ImportedJury, { id: campaignId, ownerId }: Judged['campaign']): Promise<string[]> {
  const stood = await candidatesFor({ manager }, campaignId);
  if (seats === 0 || stood.length === 0) return [];
  const now = new Date(calledAt);
  const id = idFrom(`jury-draw:${campaignId}`, now);
  const seed = createHash('sha256').update(`jury-draw:${campaignId}`).digest('hex').slice(0, 32);
  const candidates = listOf(stood);
  await manager.insert(JuryDrawEntity, { id, key: id, campaignId, byId: ownerId, seats, perDepartment, reason: '', seed, candidates, candidateCount: stood.length, digest: digestOf(candidates), createdAt: now });
  const chosen = called(inOrderOf(stood, seed), { seats, perDepartment });
  await take({ manager }, { campaignId, seats: chosen.map(({ id: personId, place }) => ({ personId, drawId: id, place })), now });
  return chosen.map((person) => person.id);
}
