import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, jobType, Transactions, type Transaction } from '@parvis/platform/server';
import { DateTime } from 'luxon';
import { CampaignEntity } from '../campaign/campaign.entity.ts';
import { IdeaEntity } from '../idea/idea.entity.ts';
import { projectLate } from '../ideas.events.ts';
import { ProjectMilestoneEntity } from './project-milestone.entity.ts';
import { ProjectEntity } from './project.entity.ts';

/** A day that was promised is over. */
export const projectDelays = jobType<{ projectId: string }>('ideas.project-delays');

const atHour = 9;

/** When it is told that a day was missed: the morning after, by the clock of the campaign. */
const toldAt = (day: string, zone: string): Date => DateTime.fromISO(day, { zone }).plus({ days: 1 }).set({ hour: atHour }).toJSDate();

/** Tells those who wait for a project that it is late, the morning after. That it is late is asked of the clock whenever it is shown. */
@Injectable()
export class ProjectDelays implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.jobs.on(projectDelays, ({ projectId }) => this.tell(projectId));
  }

  /** Plans the next word anew; none once it is delivered. */
  async plan(tx: Transaction, project: ProjectEntity, { timeZone, now }: { timeZone: string; now: Date }): Promise<void> {
    const next = (await promisedDays(tx, project)).map((day) => toldAt(day, timeZone)).find((at) => at > now);
    if (next) await this.jobs.at(tx, projectDelays, { projectId: project.id }, { at: next, key: project.id });
    else await this.jobs.cancel(tx, projectDelays, project.id);
  }

  private async tell(projectId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const project = await tx.manager.findOneBy(ProjectEntity, { id: projectId });
      if (!project) return;
      const idea = await tx.manager.findOneByOrFail(IdeaEntity, { id: project.ideaId });
      const campaign = await tx.manager.findOneByOrFail(CampaignEntity, { id: idea.campaignId ?? '' });
      if (campaign.cancelledAt) return;
      const now = new Date();
      const missed = (await promisedDays(tx, project)).findLast((day) => toldAt(day, campaign.timeZone) <= now);
      if (missed) tx.emit(projectLate({ projectId, ideaId: idea.id, late: `late ${projectId} ${missed}` }));
      await this.plan(tx, project, { timeZone: campaign.timeZone, now });
    });
  }
}

/** The days by which something is still to be there, the earliest first. */
async function promisedDays(tx: Transaction, project: ProjectEntity): Promise<string[]> {
  if (project.deliveredOn) return [];
  const milestones = await tx.manager.findBy(ProjectMilestoneEntity, { projectId: project.id });
  return [project.endsOn, ...milestones.flatMap(({ dueOn, doneOn }) => (doneOn ? [] : dueOn))].toSorted();
}
