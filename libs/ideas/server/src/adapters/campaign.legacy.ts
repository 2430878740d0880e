import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Legacies, type LegacyKind, type Viewer } from '@parvis/identity/server';
import type { Transaction } from '@parvis/platform/server';
import { campaignVisibleTo } from '../campaign/campaign.access.ts';
import { campaignChanged } from '../ideas.events.ts';

/**
 * A campaign whose owner has left is offered to its sponsor, to its moderators, and to the manager of whoever left. All of them see it; whoever judges the ideas
 * does not run it.
 */
@Injectable()
export class CampaignLegacy implements LegacyKind, OnModuleInit {
  readonly kind = 'campaign';
  readonly offers = `
    SELECT campaign.id, campaign.question AS title, leaver.id AS leaver_id, leaver.deactivated_at AS left_at, taker.id AS taker_id
    FROM campaign JOIN person leaver ON leaver.id = campaign.owner_id AND leaver.deactivated_at IS NOT NULL
    CROSS JOIN LATERAL (
      SELECT campaign.sponsor_id AS id UNION SELECT leaver.manager_id
      UNION SELECT helping.person_id FROM campaign_role helping WHERE helping.campaign_id = campaign.id AND helping.role = 'moderator'
    ) near JOIN person taker ON taker.id = near.id AND taker.deactivated_at IS NULL
    WHERE campaign.closed_at IS NULL AND campaign.cancelled_at IS NULL AND ${campaignVisibleTo('campaign', 'taker.id')}
      AND NOT EXISTS (SELECT 1 FROM campaign_role judging WHERE judging.campaign_id = campaign.id AND judging.person_id = taker.id AND judging.role = 'juror')`;

  constructor(private readonly legacies: Legacies) {}

  onModuleInit(): void {
    this.legacies.register(this);
  }

  async takeOver(tx: Transaction, { personId }: Viewer, campaignId: string): Promise<void> {
    await tx.manager.query(`DELETE FROM campaign_role WHERE campaign_id = $1 AND person_id = $2 AND role = 'moderator'`, [campaignId, personId]);
    await tx.manager.query('UPDATE campaign SET owner_id = $2 WHERE id = $1', [campaignId, personId]);
    tx.emit(campaignChanged({ campaignId, byId: personId }));
  }
}
