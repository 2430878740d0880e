import { phaseOf } from '../phase/campaign-stage.ts';
import { faultOf, type Phase } from '../phase/phases.ts';
import type { BallotEntity } from '../vote/ballot.entity.ts';
import { endOfDay } from './campaign-plan.ts';
import type { CampaignEntity } from './campaign.entity.ts';

/** What a draft may lack before it can be published. vote: something to vote on, and no phase for it. */
export const campaignLacks = ['sponsorId', 'commitment', 'phases', 'answersDueOn', 'vote'] as const;
export type CampaignLack = (typeof campaignLacks)[number];

type Prepared = Pick<CampaignEntity, 'sponsorId' | 'committedAt' | 'answersDueOn' | 'timeZone'>;

/** What a draft still lacks, in the order in which one goes about it; nothing: it can be published. `phases` in their order. */
export function lacksOf(campaign: Prepared, { phases, ballots, now }: { phases: readonly Phase[]; ballots: readonly Pick<BallotEntity, 'kind'>[]; now: Date }): CampaignLack[] {
  const { sponsorId, committedAt, answersDueOn, timeZone } = campaign;
  const [first] = phases;
  const lacking: Record<CampaignLack, boolean> = {
    sponsorId: !sponsorId,
    commitment: !committedAt,
    phases: !first || faultOf(phases) !== null || first.closesAt <= now,
    answersDueOn: !answersDueOn || (first !== undefined && endOfDay(answersDueOn, timeZone) < first.closesAt),
    vote: phaseOf({ phases }, 'vote') === null && ballots.some(({ kind }) => kind !== 'support'),
  };
  return campaignLacks.filter((lack) => lacking[lack]);
}
