import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { CampaignJuryEntity } from './campaign-jury.entity.ts';
import { JuryDrawEntity } from './jury-draw.entity.ts';
import { JuryMemberEntity } from './jury-member.entity.ts';

/** Reads who is on the juries of campaigns that the caller has let the viewer see, and how they came to it. */
@Injectable()
export class JuryQuery {
  constructor(private readonly dataSource: DataSource) {}

  async arrangements(campaignIds: readonly string[]): Promise<Map<string, CampaignJuryEntity>> {
    const arranged = await this.dataSource.manager.findBy(CampaignJuryEntity, { campaignId: In([...campaignIds]) });
    return new Map(arranged.map((one) => [one.campaignId, one]));
  }

  /** In the order in which they were called, those who left included. */
  async members(campaignIds: readonly string[]): Promise<Map<string, JuryMemberEntity[]>> {
    const members = await this.dataSource.manager.find(JuryMemberEntity, { where: { campaignId: In([...campaignIds]) }, order: { calledAt: 'ASC', place: 'ASC', id: 'ASC' } });
    return Map.groupBy(members, ({ campaignId }) => campaignId);
  }

  /** Oldest first, without the list of candidates. */
  async draws(campaignIds: readonly string[]): Promise<Map<string, JuryDrawEntity[]>> {
    const draws = await this.dataSource
      .createQueryBuilder(JuryDrawEntity, 'draw')
      .select(['id', 'campaignId', 'byId', 'seats', 'perDepartment', 'reason', 'seed', 'candidateCount', 'digest', 'createdAt'].map((column) => `draw.${column}`))
      .where('draw.campaign_id = ANY(:campaignIds)', { campaignIds })
      .orderBy('draw.id')
      .getMany();
    return Map.groupBy(draws, ({ campaignId }) => campaignId);
  }

  /** `listOf` those who stood for draws. */
  async candidates(drawIds: readonly string[]): Promise<Map<string, string>> {
    const draws = await this.dataSource.manager.find(JuryDrawEntity, { where: { id: In([...drawIds]) }, select: { id: true, candidates: true } });
    return new Map(draws.map(({ id, candidates }) => [id, candidates]));
  }
}
