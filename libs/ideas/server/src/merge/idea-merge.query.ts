import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { commandedBy } from '../campaign/campaign.access.ts';
import { IdeaQuery } from '../idea/idea.query.ts';
import { ideaMakersVisibleTo } from '../idea/idea.access.ts';
import { IdeaEntity } from '../idea/idea.entity.ts';
import { IdeaMergeEntity } from './idea-merge.entity.ts';

const concernsViewer = `(merge.proposed_by_id = :viewerId
  OR EXISTS (SELECT 1 FROM idea_author made WHERE made.idea_id IN (merge.source_id, merge.target_id) AND made.person_id = :viewerId AND made.standing = 'author')
  OR EXISTS (SELECT 1 FROM idea about JOIN campaign run ON run.id = about.campaign_id WHERE about.id = merge.target_id AND ${commandedBy('merge', 'run', ':viewerId')}))`;

const mostMerged = 50;

/** Reads what is proposed and done about ideas that become one. */
@Injectable()
export class IdeaMergeQuery {
  private readonly lists;
  private readonly absorbed;

  constructor(
    private readonly dataSource: DataSource,
    private readonly ideas: IdeaQuery,
  ) {
    this.lists = perViewer((viewer: Viewer, ideaIds: readonly string[]) => this.listsOf(viewer, ideaIds));
    this.absorbed = perViewer((viewer: Viewer, ideaIds: readonly string[]) => this.absorbedBy(viewer, ideaIds));
  }

  /** Proposals that are open and merges that stand, of an idea on either side, for those whom they concern; the latest first. */
  of = async (viewer: Viewer, ideaId: string): Promise<IdeaMergeEntity[]> => (await this.lists(viewer).load(ideaId)) ?? [];

  /** Ideas that live on in it, as far as the viewer sees them; the oldest 50. */
  mergedFrom = async (viewer: Viewer, ideaId: string): Promise<IdeaEntity[]> => (await this.absorbed(viewer).load(ideaId)) ?? [];

  private async listsOf(viewer: Viewer, ideaIds: readonly string[]): Promise<Map<string, IdeaMergeEntity[]>> {
    const merges = await this.dataSource
      .createQueryBuilder(IdeaMergeEntity, 'merge')
      .where('(merge.source_id = ANY(:ideaIds) OR merge.target_id = ANY(:ideaIds)) AND merge.undone_at IS NULL', { ideaIds })
      .innerJoin(IdeaEntity, 'goes', 'goes.id = merge.source_id')
      .innerJoin(IdeaEntity, 'stays', 'stays.id = merge.target_id')
      .andWhere(`${ideaMakersVisibleTo('goes', ':viewerId')} AND ${ideaMakersVisibleTo('stays', ':viewerId')}`)
      .andWhere(concernsViewer, { viewerId: viewer.personId })
      .orderBy('merge.id', 'DESC')
      .getMany();
    return new Map(ideaIds.map((id) => [id, merges.filter(({ sourceId, targetId }) => sourceId === id || targetId === id)]));
  }

  private async absorbedBy(viewer: Viewer, ideaIds: readonly string[]): Promise<Map<string, IdeaEntity[]>> {
    const ideas = await this.ideas
      .visibleTo(viewer)
      .andWhere('idea.merged_into_id = ANY(:ideaIds)', { ideaIds })
      .andWhere('(SELECT count(*) FROM idea older WHERE older.merged_into_id = idea.merged_into_id AND older.id < idea.id) < :most', { most: mostMerged })
      .orderBy('idea.id')
      .getMany();
    return Map.groupBy(ideas, ({ mergedIntoId }) => mergedIntoId ?? '');
  }
}
