import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, perViewer, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { ideaMakersVisibleTo, ideaVisibleTo } from '../idea/idea.access.ts';
import { IdeaEntity } from '../idea/idea.entity.ts';
import { columnOf, type BoardColumn } from './board-column.ts';
import { ProjectMilestoneEntity } from './project-milestone.entity.ts';
import { ProjectUpdateEntity } from './project-update.entity.ts';
import { ProjectEntity } from './project.entity.ts';

/** Whoever sees an idea sees what becomes of it; who judges it blind does not, as plan and news name people, unless they carry it out. */
const projectVisibleTo = (viewer: string): string => `(${ideaVisibleTo('idea', viewer)} AND (${ideaMakersVisibleTo('idea', viewer)} OR project.owner_id = ${viewer}))`;

/** Reads projects, all through `projectVisibleTo`. */
@Injectable()
export class ProjectQuery {
  private readonly projects;
  private readonly steps;
  private readonly days;
  private readonly columns;

  constructor(private readonly dataSource: DataSource) {
    this.projects = perViewer((viewer: Viewer, ids: readonly string[]) => this.byIdeas(viewer, ids));
    this.steps = perViewer((_viewer: Viewer, ids: readonly string[]) => this.milestonesOf(ids));
    this.days = perViewer((_viewer: Viewer, ids: readonly string[]) => this.todaysOf(ids));
    this.columns = perViewer((_viewer: Viewer, ids: readonly string[]) => this.columnsOf(ids));
  }

  /** Null when missing or out of sight. */
  async byId(viewer: Viewer, id: string): Promise<ProjectEntity | null> {
    return this.visibleTo(viewer).andWhere('project.id = :id', { id }).getOne();
  }

  /** Of an idea; null when none was begun, or out of sight. */
  byIdea = (viewer: Viewer, ideaId: string): Promise<ProjectEntity | null> => this.projects(viewer).load(ideaId);

  milestones = async (viewer: Viewer, projectId: string): Promise<ProjectMilestoneEntity[]> => (await this.steps(viewer).load(projectId)) ?? [];

  /** The day by the clock of its campaign (YYYY-MM-DD). */
  today = async (viewer: Viewer, projectId: string): Promise<string> => (await this.days(viewer).load(projectId)) ?? '';

  /** Null: it is not submitted. */
  column = (viewer: Viewer, ideaId: string): Promise<BoardColumn | null> => this.columns(viewer).load(ideaId);

  /** Newest first. Errors: CURSOR_INVALID. */
  async updates(projectId: string, page: PageRequest): Promise<Connection<ProjectUpdateEntity>> {
    const updates = this.dataSource.createQueryBuilder(ProjectUpdateEntity, 'told').where('told.project_id = :projectId', { projectId });
    if (page.after) updates.andWhere('told.id < :after', { after: decodeCursor(page.after, ['id'])[0] });
    const rows = await updates
      .orderBy('told.id', 'DESC')
      .limit(page.first + 1)
      .getMany();
    return connection(rows, page, ({ id }) => encodeCursor(id));
  }

  private visibleTo(viewer: Viewer): SelectQueryBuilder<ProjectEntity> {
    return this.dataSource.createQueryBuilder(ProjectEntity, 'project').innerJoin(IdeaEntity, 'idea', 'idea.id = project.idea_id').where(projectVisibleTo(':viewerId'), { viewerId: viewer.personId });
  }

  private async byIdeas(viewer: Viewer, ideaIds: readonly string[]): Promise<Map<string, ProjectEntity>> {
    const projects = await this.visibleTo(viewer).andWhere('project.idea_id = ANY(:ideaIds)', { ideaIds }).getMany();
    return new Map(projects.map((project) => [project.ideaId, project]));
  }

  private async milestonesOf(projectIds: readonly string[]): Promise<Map<string, ProjectMilestoneEntity[]>> {
    const milestones = await this.dataSource.manager.find(ProjectMilestoneEntity, { where: { projectId: In([...projectIds]) }, order: { place: 'ASC' } });
    return Map.groupBy(milestones, ({ projectId }) => projectId);
  }

  private async todaysOf(projectIds: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; today: string }[] = await this.dataSource.query(
      `SELECT project.id, to_char(now() AT TIME ZONE campaign.time_zone, 'YYYY-MM-DD') AS today
       FROM project JOIN idea ON idea.id = project.idea_id JOIN campaign ON campaign.id = idea.campaign_id WHERE project.id = ANY($1)`,
      [projectIds],
    );
    return new Map(rows.map(({ id, today }) => [id, today]));
  }

  private async columnsOf(ideaIds: readonly string[]): Promise<Map<string, BoardColumn>> {
    const rows: { id: string; place: BoardColumn }[] = await this.dataSource.query(`SELECT idea.id, ${columnOf('idea')} AS place FROM idea WHERE idea.id = ANY($1) AND idea.state = 'submitted' AND idea.campaign_id IS NOT NULL`, [ideaIds]);
    return new Map(rows.map(({ id, place }) => [id, place]));
  }
}
