import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, newId, platformErrors, Transactions, type Transaction } from '@parvis/platform/server';
import { IdeaAnswerEntity } from '../answer/idea-answer.entity.ts';
import { checkedDay } from '../campaign/campaign-plan.ts';
import { IdeaLock } from '../idea/idea-lock.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { projectBegun, projectMeasured, projectPlanned } from '../ideas.events.ts';
import { ProjectDelays } from './project-delays.ts';
import { ProjectLock, todayOf } from './project-lock.ts';
import { checkedMeasure, checkedMilestones, checkedPercentage, type CheckedMilestone, type WrittenMilestone } from './project-plan.ts';
import { ProjectMilestoneEntity } from './project-milestone.entity.ts';
import { ProjectEntity } from './project.entity.ts';

export interface WrittenPlan {
  ownerId: string;
  endsOn: string;
  milestones: WrittenMilestone[];
}

/** Makes projects of selected ideas, plans them, and says what they have brought. */
@Injectable()
export class ProjectService {
  constructor(
    private readonly transactions: Transactions,
    private readonly ideas: IdeaLock,
    private readonly lock: ProjectLock,
    private readonly delays: ProjectDelays,
  ) {}

  /**
   * Makes a project of a selected idea, with somebody who works here as its owner. The same key again returns what the first call began.
   * Errors: IDEA_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, IDEA_NOT_NOW, IDEA_NOT_SELECTED, PROJECT_EXISTS, PROJECT_OWNER_INVALID, CAMPAIGN_DAY_INVALID, TOO_MANY_ITEMS, TEXT_REQUIRED, TEXT_TOO_LONG, ID_INVALID.
   */
  async begin(viewer: Viewer, input: WrittenPlan & { key: string; ideaId: string }): Promise<ProjectEntity> {
    const key = checkedId('key', input.key);
    const plan = checkedPlan(input);
    return this.transactions.run(async (tx) => {
      const { idea, held } = await this.ideas.forCommand(tx, viewer, checkedId('ideaId', input.ideaId), 'carry-out');
      const known = await tx.manager.findOneBy(ProjectEntity, { ideaId: idea.id });
      if (known?.begunById === viewer.personId && known.key === key) return known;
      if (known) throw ideasErrors.projectExists();
      if (idea.state !== 'submitted') throw ideasErrors.ideaNotNow(idea.state);
      if (!(await tx.manager.existsBy(IdeaAnswerEntity, { ideaId: idea.id, outcome: 'selected' }))) throw ideasErrors.ideaNotSelected();
      await requireOwner(tx, plan.ownerId);
      const project = await tx.manager.save(
        Object.assign(new ProjectEntity(), {
          id: newId(), key, ideaId: idea.id, begunById: viewer.personId, ownerId: plan.ownerId, endsOn: plan.endsOn, firstEndsOn: plan.endsOn, percentage: 0,
          expectedAmount: idea.benefitAmount, unit: idea.benefitUnit, version: 1, begunAt: held.now, result: null, resultText: '', deliveredOn: null, measuredAmount: null, measuredHow: '', measuredById: null, measuredAt: null,
        }),
      );
      await this.replaceMilestones(tx, project, { milestones: plan.milestones, today: todayOf(held) });
      await this.delays.plan(tx, project, { timeZone: held.campaign.timeZone, now: held.now });
      tx.emit(projectBegun({ projectId: project.id, ideaId: idea.id, campaignId: idea.campaignId, byId: viewer.personId, ownerId: plan.ownerId }));
      return project;
    });
  }

  /**
   * The whole plan as it is from now on, until it is delivered; who answers for the campaign may hand it over. Days that are put off show what was promised first.
   * Errors: PROJECT_NOT_FOUND, PROJECT_NOT_YOURS, CAMPAIGN_NOT_NOW, PROJECT_CHANGED with the newest version, PROJECT_DELIVERED, PROJECT_PERCENTAGE_INVALID, and those of `begin`.
   */
  async plan(viewer: Viewer, input: WrittenPlan & { id: string; version: number; percentage: number }): Promise<ProjectEntity> {
    const plan = { ...checkedPlan(input), percentage: checkedPercentage(input.percentage) };
    return this.transactions.run(async (tx) => {
      const { project, idea, held, today, isRunner } = await this.lock.forOwner(tx, viewer, input.id);
      if (await isPlanned(tx, project, plan)) return project;
      if (project.version !== input.version) throw ideasErrors.projectChanged(project.version);
      if (project.deliveredOn) throw ideasErrors.projectDelivered();
      const newOwnerId = plan.ownerId === project.ownerId ? null : plan.ownerId;
      if (newOwnerId && !isRunner) throw ideasErrors.projectNotYours();
      if (newOwnerId) await requireOwner(tx, newOwnerId);
      const { ownerId, endsOn, percentage } = plan;
      await tx.manager.save(Object.assign(project, { ownerId, endsOn, percentage, version: project.version + 1 }));
      await this.replaceMilestones(tx, project, { milestones: plan.milestones, today });
      await this.delays.plan(tx, project, { timeZone: held.campaign.timeZone, now: held.now });
      tx.emit(projectPlanned({ projectId: project.id, ideaId: idea.id, campaignId: idea.campaignId, byId: viewer.personId, newOwnerId }));
      return project;
    });
  }

  /**
   * What it has brought, in the unit of what was expected (`unit` counts only where the idea named none), and how that was found; again when it is measured anew.
   * Errors: PROJECT_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, PROJECT_NOT_DELIVERED, PROJECT_CHANGED, CAMPAIGN_AMOUNT_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG.
   */
  async measure(viewer: Viewer, input: { id: string; version: number; amount: number; how: string; unit: string }): Promise<ProjectEntity> {
    const measure = checkedMeasure(input);
    return this.transactions.run(async (tx) => {
      const { project, idea, held } = await this.lock.forMeasuring(tx, viewer, input.id);
      if (!project.deliveredOn) throw ideasErrors.projectNotDelivered();
      const unit = project.expectedAmount === null || !project.unit ? measure.unit || project.unit : project.unit;
      if (project.measuredAmount === measure.amount && project.measuredHow === measure.how && project.unit === unit) return project;
      if (project.version !== input.version) throw ideasErrors.projectChanged(project.version);
      if (!unit) throw platformErrors.textRequired('unit');
      await tx.manager.save(
        Object.assign(project, { measuredAmount: measure.amount, measuredHow: measure.how, unit, measuredById: viewer.personId, measuredAt: held.now, version: project.version + 1 }),
      );
      tx.emit(projectMeasured({ projectId: project.id, ideaId: idea.id, campaignId: idea.campaignId, byId: viewer.personId }));
      return project;
    });
  }

  private async replaceMilestones(tx: Transaction, project: ProjectEntity, { milestones, today }: { milestones: readonly CheckedMilestone[]; today: string }): Promise<void> {
    const known = new Map((await tx.manager.findBy(ProjectMilestoneEntity, { projectId: project.id })).map((milestone) => [milestone.id, milestone]));
    if (milestones.some(({ id }) => id && !known.has(id))) throw platformErrors.idInvalid('milestones');
    await tx.manager.delete(ProjectMilestoneEntity, { projectId: project.id });
    await tx.manager.insert(
      ProjectMilestoneEntity,
      milestones.map(({ id, title, dueOn, isDone }, place) => {
        const before = id ? known.get(id) : undefined;
        return { id: id ?? newId(), projectId: project.id, place, title, dueOn, firstDueOn: before?.firstDueOn ?? dueOn, doneOn: isDone ? (before?.doneOn ?? today) : null };
      }),
    );
  }
}

/** Errors: ID_INVALID, CAMPAIGN_DAY_INVALID, TOO_MANY_ITEMS, TEXT_REQUIRED, TEXT_TOO_LONG. */
const checkedPlan = ({ ownerId, endsOn, milestones }: WrittenPlan) => ({ ownerId: checkedId('ownerId', ownerId), endsOn: checkedDay('endsOn', endsOn), milestones: checkedMilestones(milestones) });

/** Errors: PROJECT_OWNER_INVALID. */
async function requireOwner(tx: Transaction, ownerId: string): Promise<void> {
  const able: unknown[] = await tx.manager.query('SELECT 1 FROM person WHERE id = $1 AND deactivated_at IS NULL', [ownerId]);
  if (able.length === 0) throw ideasErrors.projectOwnerInvalid();
}

/** Whether it is planned just so already: what was saved again by a retry is no change. New milestones are compared by what they say. */
async function isPlanned(tx: Transaction, project: ProjectEntity, plan: ReturnType<typeof checkedPlan> & { percentage: number }): Promise<boolean> {
  if (project.ownerId !== plan.ownerId || project.endsOn !== plan.endsOn || project.percentage !== plan.percentage) return false;
  const milestones = await tx.manager.find(ProjectMilestoneEntity, { where: { projectId: project.id }, order: { place: 'ASC' } });
  const said = milestones.map(({ title, dueOn, doneOn }) => ({ title, dueOn, isDone: doneOn !== null }));
  return isDeepStrictEqual(said, plan.milestones.map(({ title, dueOn, isDone }) => ({ title, dueOn, isDone })));
}
