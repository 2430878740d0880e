import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { checkedRichText, DraftService, mentionedIds, plainText, withTrueMentions } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, newId, Transactions } from '@parvis/platform/server';
import { checkedDay } from '../campaign/campaign-plan.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { projectDelivered, projectUpdated } from '../ideas.events.ts';
import { ProjectDelays } from './project-delays.ts';
import { ProjectLock } from './project-lock.ts';
import { ProjectUpdateEntity } from './project-update.entity.ts';
import type { ProjectEntity } from './project.entity.ts';

/** Tells how projects go, and what they deliver. */
@Injectable()
export class ProjectNewsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: ProjectLock,
    private readonly delays: ProjectDelays,
    private readonly drafts: DraftService,
  ) {}

  /** By who carries it out, made the idea, or answers for the campaign. The same key again tells nothing twice. Errors: PROJECT_NOT_FOUND, PROJECT_NOT_YOURS, CAMPAIGN_NOT_NOW, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG, ID_INVALID. */
  async tell(viewer: Viewer, input: { key: string; projectId: string; body: unknown }): Promise<ProjectEntity> {
    const key = checkedId('key', input.key);
    const written = checkedRichText('body', input.body);
    return this.transactions.run(async (tx) => {
      const { project, idea, held } = await this.lock.forTelling(tx, viewer, input.projectId);
      if (await tx.manager.existsBy(ProjectUpdateEntity, { authorId: viewer.personId, key })) return project;
      const body = await withTrueMentions(tx, written);
      await tx.manager.insert(ProjectUpdateEntity, { id: newId(), projectId: project.id, authorId: viewer.personId, key, body, text: plainText(body), percentage: project.percentage, createdAt: held.now });
      await this.drafts.published(tx, viewer, key);
      tx.emit(projectUpdated({ projectId: project.id, ideaId: idea.id, campaignId: idea.campaignId, byId: viewer.personId, mentionedIds: mentionedIds(body) }));
      return project;
    });
  }

  /**
   * What was delivered, and on which day, not one to come; the plan stays as it is from then on. Again to correct it.
   * Errors: PROJECT_NOT_FOUND, PROJECT_NOT_YOURS, CAMPAIGN_NOT_NOW, PROJECT_CHANGED with the newest version, CAMPAIGN_DAY_INVALID, PROJECT_DAY_TO_COME, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.
   */
  async deliver(viewer: Viewer, input: { id: string; version: number; result: unknown; deliveredOn: string }): Promise<ProjectEntity> {
    const written = checkedRichText('result', input.result);
    const deliveredOn = checkedDay('deliveredOn', input.deliveredOn);
    return this.transactions.run(async (tx) => {
      const { project, idea, held, today } = await this.lock.forOwner(tx, viewer, input.id);
      const result = await withTrueMentions(tx, written);
      if (project.deliveredOn === deliveredOn && isDeepStrictEqual(project.result, JSON.parse(JSON.stringify(result)))) return project;
      if (project.version !== input.version) throw ideasErrors.projectChanged(project.version);
      if (deliveredOn > today) throw ideasErrors.dayToCome();
      const isFirst = project.deliveredOn === null;
      await tx.manager.save(Object.assign(project, { result, resultText: plainText(result), deliveredOn, percentage: 100, version: project.version + 1 }));
      await this.delays.plan(tx, project, { timeZone: held.campaign.timeZone, now: held.now });
      if (isFirst) tx.emit(projectDelivered({ projectId: project.id, ideaId: idea.id, campaignId: idea.campaignId, byId: viewer.personId }));
      return project;
    });
  }
}
