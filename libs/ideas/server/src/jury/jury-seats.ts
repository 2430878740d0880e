import { newId, type Transaction } from '@parvis/platform/server';
import { CampaignRoleEntity } from '../campaign/campaign-role.entity.ts';
import { isMeantFor } from '../campaign/campaign.access.ts';
import { type JuryDrawEntity } from './jury-draw.entity.ts';
import { JuryMemberEntity } from './jury-member.entity.ts';
import { byLot, called, candidatesOf, type Candidate } from './lot.ts';

/** Who takes a seat, and how they came to it. */
export interface Seat {
  personId: string;
  /** Null: named by the owner. */
  drawId: string | null;
  place: number | null;
}

/**
 * Those who may be drawn for the jury of a campaign now: whom it is for, who work here, and have no part in it yet, neither in running it, nor as authors of ideas that are seen, nor as
 * jurors, nor as such who gave their place back. That somebody has a draft is not to be told by their absence.
 */
export async function candidatesFor(tx: Pick<Transaction, 'manager'>, campaignId: string): Promise<Candidate[]> {
  return tx.manager.query(
    `SELECT person.id, COALESCE(person.department, '') AS department FROM person, campaign
     WHERE campaign.id = $1 AND person.deactivated_at IS NULL AND (campaign.is_for_everyone OR ${isMeantFor('campaign', 'person.id')})
       AND person.id <> campaign.owner_id AND person.id IS DISTINCT FROM campaign.sponsor_id
       AND NOT EXISTS (SELECT 1 FROM campaign_role held WHERE held.campaign_id = campaign.id AND held.person_id = person.id)
       AND NOT EXISTS (SELECT 1 FROM jury_member before WHERE before.campaign_id = campaign.id AND before.person_id = person.id)
       AND NOT EXISTS (SELECT 1 FROM idea_author made JOIN idea ON idea.id = made.idea_id AND idea.state NOT IN ('draft', 'withdrawn')
                       WHERE made.person_id = person.id AND made.standing = 'author' AND idea.campaign_id = campaign.id)`,
    [campaignId],
  );
}

/** They serve on the jury from now on. */
export async function take(tx: Pick<Transaction, 'manager'>, { campaignId, seats, now }: { campaignId: string; seats: readonly Seat[]; now: Date }): Promise<void> {
  if (seats.length === 0) return;
  await tx.manager.insert(JuryMemberEntity, seats.map((seat) => ({ id: newId(), campaignId, calledAt: now, leftAt: null, leaving: null, reason: '', ...seat })));
  await tx.manager.insert(CampaignRoleEntity, seats.map(({ personId }) => ({ campaignId, personId, role: 'juror' as const })));
}

/** The next of a draw, in the order of their lots, for a seat that is free again; null: nobody is left. Who has come to the campaign otherwise since, or works elsewhere, is passed over. */
export async function nextOf(tx: Transaction, { id, campaignId, candidates, seed, perDepartment }: JuryDrawEntity): Promise<Seat | null> {
  const stood = candidatesOf(candidates);
  const members = await tx.manager.findBy(JuryMemberEntity, { drawId: id });
  const serving = new Set(members.filter(({ leftAt }) => !leftAt).map(({ personId }) => personId));
  const able = new Set((await candidatesFor(tx, campaignId)).map((person) => person.id));
  const [next] = called(inOrderOf(stood, seed), { seats: 1, perDepartment, seated: stood.filter((person) => serving.has(person.id)), able: (personId) => able.has(personId) });
  return next ? { personId: next.id, drawId: id, place: next.place } : null;
}

/** Those who stood, in the order of their lots, with their place from 1. */
export function inOrderOf(stood: readonly Candidate[], seed: string): (Candidate & { place: number })[] {
  const departments = new Map(stood.map(({ id, department }) => [id, department]));
  return byLot([...departments.keys()], seed).map((id, i) => ({ id, department: departments.get(id) ?? '', place: i + 1 }));
}
