import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, perViewer, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource, In } from 'typeorm';
import { CampaignFaqEntity } from './campaign-faq.entity.ts';
import { CampaignUpdateEntity } from './campaign-update.entity.ts';

/** Reads news and frequent questions of a campaign that the caller has let the viewer see. */
@Injectable()
export class NewsQuery {
  private readonly campaigns;

  constructor(private readonly dataSource: DataSource) {
    this.campaigns = perViewer(async (_viewer: Viewer, ids: readonly string[]) => {
      const updates = await this.dataSource.manager.find(CampaignUpdateEntity, { where: { id: In([...ids]) }, select: { id: true, campaignId: true } });
      return new Map(updates.map(({ id, campaignId }) => [id, campaignId]));
    });
  }

  /** Of which campaign a piece of news is, for the caller to see whether the viewer may know; null: it was taken back. */
  campaignOf = (viewer: Viewer, updateId: string): Promise<string | null> => this.campaigns(viewer).load(updateId);

  /** Newest first. Errors: CURSOR_INVALID. */
  async updates(campaignId: string, page: PageRequest): Promise<Connection<CampaignUpdateEntity>> {
    const updates = this.dataSource.createQueryBuilder(CampaignUpdateEntity, 'told').where('told.campaign_id = :campaignId', { campaignId });
    if (page.after) updates.andWhere('told.id < :after', { after: decodeCursor(page.after, ['id'])[0] });
    const rows = await updates
      .orderBy('told.id', 'DESC')
      .limit(page.first + 1)
      .getMany();
    return connection(rows, page, ({ id }) => encodeCursor(id));
  }

  async faq(campaignId: string): Promise<CampaignFaqEntity[]> {
    return this.dataSource.manager.find(CampaignFaqEntity, { where: { campaignId }, order: { place: 'ASC' } });
  }
}
