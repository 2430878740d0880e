import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { campaignVisibleTo, commandedBy } from '../campaign/campaign.access.ts';
import { CampaignEntity } from '../campaign/campaign.entity.ts';
import { CampaignQuery } from '../campaign/campaign.query.ts';
import { IdeaEntity } from '../idea/idea.entity.ts';
import { IdeaAdoptionEntity } from './idea-adoption.entity.ts';

const mostCampaigns = 20;

/** A campaign that gathers ideas and that the viewer sees; `viewer` is an expression. */
const gathersFor = (campaign: string, viewer: string): string =>
  `${campaignVisibleTo(campaign, viewer)} AND ${campaign}.published_at IS NOT NULL AND ${campaign}.closed_at IS NULL AND ${campaign}.cancelled_at IS NULL
   AND EXISTS (SELECT 1 FROM campaign_phase gathers WHERE gathers.campaign_id = ${campaign}.id AND gathers.kind = 'gather' AND gathers.opens_at <= now() AND now() < gathers.closes_at)`;

/** Reads which campaigns would like to have an idea, and into which the viewer may bring one. */
@Injectable()
export class IdeaAdoptionQuery {
  private readonly lists;
  private readonly open;

  constructor(
    private readonly dataSource: DataSource,
    private readonly campaigns: CampaignQuery,
  ) {
    this.lists = perViewer((viewer: Viewer, ideaIds: readonly string[]) => this.listsOf(viewer, ideaIds));
    this.open = perViewer(async (viewer: Viewer, keys: readonly string[]) => {
      const gathering = await this.gatheringOf(viewer);
      return new Map(keys.map((key) => [key, gathering]));
    });
  }

  /** What its authors are asked, for them and for who asked, as long as they may say yes; the latest first. */
  of = async (viewer: Viewer, ideaId: string): Promise<IdeaAdoptionEntity[]> => (await this.lists(viewer).load(ideaId)) ?? [];

  /** Campaigns that gather ideas and that the viewer runs. */
  gathering = async (viewer: Viewer): Promise<CampaignEntity[]> => (await this.open(viewer).load('all')) ?? [];

  private async listsOf(viewer: Viewer, ideaIds: readonly string[]): Promise<Map<string, IdeaAdoptionEntity[]>> {
    const adoptions = await this.dataSource
      .createQueryBuilder(IdeaAdoptionEntity, 'adoption')
      .innerJoin(CampaignEntity, 'asking', 'asking.id = adoption.campaign_id')
      .innerJoin(IdeaEntity, 'idea', `idea.id = adoption.idea_id AND idea.state = 'submitted' AND idea.campaign_id IS NULL`)
      .where('adoption.idea_id = ANY(:ideaIds) AND adoption.answer IS NULL', { ideaIds })
      .andWhere(gathersFor('asking', ':viewerId'))
      .andWhere(`(adoption.proposed_by_id = :viewerId OR EXISTS (SELECT 1 FROM idea_author made WHERE made.idea_id = adoption.idea_id AND made.person_id = :viewerId AND made.standing = 'author'))`, { viewerId: viewer.personId })
      .orderBy('adoption.id', 'DESC')
      .getMany();
    return Map.groupBy(adoptions, ({ ideaId }) => ideaId);
  }

  private gatheringOf(viewer: Viewer): Promise<CampaignEntity[]> {
    return this.campaigns
      .visibleTo(viewer)
      .andWhere(gathersFor('campaign', ':viewerId'))
      .andWhere(commandedBy('merge', 'campaign', ':viewerId'))
      .orderBy('campaign.id', 'DESC')
      .limit(mostCampaigns)
      .getMany();
  }
}
