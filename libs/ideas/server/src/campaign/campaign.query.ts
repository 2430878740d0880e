import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, type CountedConnection, type PageRequest } from '@parvis/platform/server';
import { DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { CampaignPhaseEntity } from '../phase/campaign-phase.entity.ts';
import { PhaseExtensionEntity } from '../phase/phase-extension.entity.ts';
import { inOrder } from '../phase/phases.ts';
import { CampaignAudienceEntity } from './campaign-audience.entity.ts';
import { CampaignRoleEntity } from './campaign-role.entity.ts';
import { campaignVisibleTo } from './campaign.access.ts';
import { CampaignEntity } from './campaign.entity.ts';

/** `current`: published and not closed. `past`: closed or cancelled. `drafts`: those that the viewer helps to prepare. */
export const campaignPeriods = ['current', 'past', 'drafts'] as const;
export type CampaignPeriod = (typeof campaignPeriods)[number];

const isOf: Record<CampaignPeriod, string> = {
  current: 'campaign.published_at IS NOT NULL AND campaign.closed_at IS NULL AND campaign.cancelled_at IS NULL',
  past: 'campaign.published_at IS NOT NULL AND (campaign.closed_at IS NOT NULL OR campaign.cancelled_at IS NOT NULL)',
  drafts: 'campaign.published_at IS NULL AND campaign.cancelled_at IS NULL',
};

/** Reads campaigns, all through `visibleTo`. What takes ids reads of campaigns that the caller has let the viewer see. */
@Injectable()
export class CampaignQuery {
  constructor(private readonly dataSource: DataSource) {}

  visibleTo(viewer: Viewer): SelectQueryBuilder<CampaignEntity> {
    return this.dataSource.createQueryBuilder(CampaignEntity, 'campaign').where(campaignVisibleTo('campaign', ':viewerId'), { viewerId: viewer.personId });
  }

  /** Null when missing or out of sight. */
  async byId(viewer: Viewer, id: string): Promise<CampaignEntity | null> {
    return this.visibleTo(viewer).andWhere('campaign.id = :id', { id }).getOne();
  }

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, CampaignEntity>> {
    const campaigns = await this.visibleTo(viewer).andWhere('campaign.id = ANY(:ids)', { ids }).getMany();
    return new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  }

  /** Newest first. */
  async list(viewer: Viewer, period: CampaignPeriod, page: PageRequest): Promise<CountedConnection<CampaignEntity>> {
    const campaigns = this.visibleTo(viewer).andWhere(isOf[period]);
    const totalCount = await campaigns.getCount();
    if (page.after) campaigns.andWhere('campaign.id < :after', { after: decodeCursor(page.after, ['id'])[0] });
    const rows = await campaigns
      .orderBy('campaign.id', 'DESC')
      .limit(page.first + 1)
      .getMany();
    return { ...connection(rows, page, ({ id }) => encodeCursor(id)), totalCount };
  }

  async phases(ids: readonly string[]): Promise<Map<string, CampaignPhaseEntity[]>> {
    const phases = await this.dataSource.manager.findBy(CampaignPhaseEntity, { campaignId: In([...ids]) });
    return Map.groupBy(inOrder(phases), ({ campaignId }) => campaignId);
  }

  /** Oldest first. */
  async extensions(ids: readonly string[]): Promise<Map<string, PhaseExtensionEntity[]>> {
    const extensions = await this.dataSource.manager.find(PhaseExtensionEntity, { where: { campaignId: In([...ids]) }, order: { id: 'ASC' } });
    return Map.groupBy(extensions, ({ campaignId }) => campaignId);
  }

  async audiences(ids: readonly string[]): Promise<Map<string, CampaignAudienceEntity[]>> {
    const meant = await this.dataSource.manager.find(CampaignAudienceEntity, { where: { campaignId: In([...ids]) }, order: { department: 'ASC', id: 'ASC' } });
    return Map.groupBy(meant, ({ campaignId }) => campaignId);
  }

  /** Moderators and jurors. */
  async roles(ids: readonly string[]): Promise<Map<string, CampaignRoleEntity[]>> {
    const roles = await this.dataSource.manager.find(CampaignRoleEntity, { where: { campaignId: In([...ids]) }, order: { personId: 'ASC' } });
    return Map.groupBy(roles, ({ campaignId }) => campaignId);
  }

  /** How many ideas are submitted in each. */
  async ideaCounts(ids: readonly string[]): Promise<Map<string, number>> {
    const rows: { id: string; count: number }[] = await this.dataSource.query(
      `SELECT campaign_id AS id, count(*)::int AS count FROM idea WHERE campaign_id = ANY($1) AND state = 'submitted' GROUP BY campaign_id`,
      [ids],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}
