import { Injectable } from '@nestjs/common';
import { connection, decodeCursor, encodeCursor, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { CampaignFaqEntity } from './campaign-faq.entity.ts';
import { CampaignUpdateEntity } from './campaign-update.entity.ts';

/** Reads news and frequent questions of a campaign that the caller has let the viewer see. */
@Injectable()
export class NewsQuery {
  constructor(private readonly dataSource: DataSource) {}

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
