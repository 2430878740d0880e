import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, type Transaction } from '@parvis/platform/server';
import { DateTime } from 'luxon';
import { CampaignLock, type HeldCampaign } from '../campaign/campaign-lock.ts';
import { mayCommand } from '../campaign/campaign.policy.ts';
import { IdeaAuthorEntity } from '../idea/idea-author.entity.ts';
import { IdeaEntity } from '../idea/idea.entity.ts';
import { ideaVisibleTo } from '../idea/idea.access.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { ProjectEntity } from './project.entity.ts';

export interface HeldProject {
  project: ProjectEntity;
  idea: IdeaEntity;
  held: HeldCampaign;
  /** By the clock of the campaign (YYYY-MM-DD). */
  today: string;
  /** Whether the viewer answers for the campaign. */
  isRunner: boolean;
}

/** The only way to a project for a command: its campaign first (shared), then the project, alone. Who carries it out need not see the campaign. */
@Injectable()
export class ProjectLock {
  constructor(private readonly campaigns: CampaignLock) {}

  /** For who carries it out, and who answers for the campaign. Errors: ID_INVALID, PROJECT_NOT_FOUND, PROJECT_NOT_YOURS, CAMPAIGN_NOT_NOW. */
  async forOwner(tx: Transaction, viewer: Viewer, id: string): Promise<HeldProject> {
    const held = await this.hold(tx, viewer, checkedId('id', id));
    if (!held.isRunner && held.project.ownerId !== viewer.personId) throw ideasErrors.projectNotYours();
    return held;
  }

  /** For who carries it out or made the idea, and who answers for the campaign. Errors: as above. */
  async forTelling(tx: Transaction, viewer: Viewer, id: string): Promise<HeldProject> {
    const held = await this.hold(tx, viewer, checkedId('projectId', id));
    const isTheirs = held.isRunner || held.project.ownerId === viewer.personId;
    if (!isTheirs && !(await tx.manager.existsBy(IdeaAuthorEntity, { ideaId: held.idea.id, personId: viewer.personId, standing: 'author' }))) throw ideasErrors.projectNotYours();
    return held;
  }

  /** For who answers for the campaign. Errors: ID_INVALID, PROJECT_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW. */
  async forMeasuring(tx: Transaction, viewer: Viewer, id: string): Promise<HeldProject> {
    const held = await this.hold(tx, viewer, checkedId('id', id));
    if (!mayCommand(held.held.roles, 'measure')) throw ideasErrors.campaignNotYours();
    return held;
  }

  private async hold(tx: Transaction, viewer: Viewer, id: string): Promise<HeldProject> {
    const idea = await tx.manager
      .createQueryBuilder(IdeaEntity, 'idea')
      .innerJoin(ProjectEntity, 'project', 'project.idea_id = idea.id')
      .where('project.id = :id', { id })
      .andWhere(ideaVisibleTo('idea', ':viewerId'), { viewerId: viewer.personId })
      .getOne();
    if (!idea?.campaignId) throw ideasErrors.projectNotFound();
    const held = await this.campaigns.behindIdea(tx, viewer, { id: idea.campaignId, action: 'carry-out' });
    const project = await tx.manager.findOneOrFail(ProjectEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
    return { project, idea, held, today: todayOf(held), isRunner: mayCommand(held.roles, 'carry-out') };
  }
}

/** The day by the clock of the campaign. */
export const todayOf = ({ now, campaign }: Pick<HeldCampaign, 'now' | 'campaign'>): string => DateTime.fromJSDate(now, { zone: campaign.timeZone }).toFormat('yyyy-MM-dd');
