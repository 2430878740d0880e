import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { checkedId, PageArgs, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import { CampaignLoader } from '../campaign/campaign.loader.ts';
import { mayCommand, type CampaignCommand } from '../campaign/campaign.policy.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { IdeaLoader } from '../idea/idea.loader.ts';
import { IdeaType } from '../idea/idea.type.ts';
import { allows } from '../phase/campaign-stage.ts';
import type { BoardColumn } from './board-column.ts';
import { isLateOn } from './project-plan.ts';
import type { ProjectUpdateEntity } from './project-update.entity.ts';
import type { ProjectEntity } from './project.entity.ts';
import { ProjectQuery } from './project.query.ts';
import { BoardColumnEnum, ProjectMilestoneType, ProjectType, ProjectUpdateConnection, ProjectUpdateType } from './project.type.ts';

/** Idea.project. */
@SignedIn()
@Resolver(() => IdeaType)
export class IdeaProjectResolver {
  constructor(private readonly query: ProjectQuery) {}

  @ResolveField(() => ProjectType, { nullable: true, description: 'Null as long as none was begun, and for who judges the idea blind.' })
  project(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<ProjectEntity | null> {
    return this.query.byIdea(viewer, idea.id);
  }

  @ResolveField(() => BoardColumnEnum, { nullable: true, description: 'How far it has come; null unless it is submitted to a campaign.' })
  column(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<BoardColumn | null> {
    return this.query.column(viewer, idea.id);
  }
}

/** Reads projects and their fields. */
@SignedIn()
@Resolver(() => ProjectType)
export class ProjectResolver {
  constructor(
    private readonly query: ProjectQuery,
    private readonly people: PersonLoader,
    private readonly ideas: IdeaLoader,
    private readonly campaigns: CampaignLoader,
  ) {}

  @Query(() => ProjectType, { nullable: true, description: 'Null when missing or out of sight. Errors: ID_INVALID.' })
  project(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'UUID. Errors: ID_INVALID.' }) id: string): Promise<ProjectEntity | null> {
    return this.query.byId(viewer, checkedId('id', id));
  }

  @ResolveField(() => IdeaType, { description: 'What is carried out.' })
  idea(@Parent() project: ProjectEntity, @CurrentViewer() viewer: Viewer) {
    return this.ideas.byId(viewer, project.ideaId);
  }

  @ResolveField(() => PersonType, { description: 'Who carries it out.' })
  owner(@Parent() project: ProjectEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, project.ownerId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who says what it has brought; null: nobody yet.' })
  measuredBy(@Parent() project: ProjectEntity, @CurrentViewer() viewer: Viewer) {
    return project.measuredById ? this.people.required(viewer, project.measuredById) : null;
  }

  @ResolveField(() => [ProjectMilestoneType], { description: 'Its steps, in their order.', complexity: ({ childComplexity }) => 1 + 10 * childComplexity })
  async milestones(@Parent() project: ProjectEntity, @CurrentViewer() viewer: Viewer) {
    const [steps, today] = await Promise.all([this.query.milestones(viewer, project.id), this.query.today(viewer, project.id)]);
    return steps.map((step) => ({ ...step, isLate: isLateOn(today, step.dueOn, step.doneOn !== null || project.deliveredOn !== null) }));
  }

  @ResolveField(() => ProjectUpdateConnection, { description: 'What was told of it, newest first. Errors: CURSOR_INVALID, PAGE_TOO_LARGE.', complexity: perParentPageCost })
  updates(@Parent() project: ProjectEntity, @Args() page: PageArgs) {
    return this.query.updates(project.id, pageRequest(page));
  }

  @ResolveField(() => String, { description: 'Which day it is (YYYY-MM-DD), by the clock of the campaign.' })
  today(@Parent() project: ProjectEntity, @CurrentViewer() viewer: Viewer): Promise<string> {
    return this.query.today(viewer, project.id);
  }

  @ResolveField(() => Boolean, { description: 'Whether the day by which it, or a step of it, was to be done is over.' })
  async isLate(@Parent() project: ProjectEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    if (project.deliveredOn) return false;
    const [steps, today] = await Promise.all([this.query.milestones(viewer, project.id), this.query.today(viewer, project.id)]);
    return isLateOn(today, project.endsOn, false) || steps.some(({ dueOn, doneOn }) => isLateOn(today, dueOn, doneOn !== null));
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may plan it and say what it has delivered: who carries it out, and who answers for the campaign.' })
  async viewerCanPlan(@Parent() project: ProjectEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return (await this.isOpen(viewer, project)) && (project.ownerId === viewer.personId || (await this.may(viewer, project, 'carry-out')));
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may hand it over: who answers for the campaign.' })
  viewerCanHandOver(@Parent() project: ProjectEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.may(viewer, project, 'carry-out');
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may tell news of it: the same, and the authors of the idea.' })
  async viewerCanTell(@Parent() project: ProjectEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    if (await this.viewerCanPlan(project, viewer)) return true;
    return (await this.isOpen(viewer, project)) && this.ideas.isAuthor(viewer, project.ideaId);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may say what it has brought: who answers for the campaign, once it is delivered.' })
  async viewerCanMeasure(@Parent() project: ProjectEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return project.deliveredOn !== null && this.may(viewer, project, 'measure');
  }

  private async may(viewer: Viewer, project: ProjectEntity, command: CampaignCommand): Promise<boolean> {
    const campaign = await this.campaignOf(viewer, project);
    return campaign !== null && (await this.isOpen(viewer, project)) && mayCommand(await this.campaigns.rolesOfViewer(viewer, campaign), command);
  }

  /** Who carries it out need not see the campaign: its course is asked of by the command then. */
  private async isOpen(viewer: Viewer, project: ProjectEntity): Promise<boolean> {
    const campaign = await this.campaignOf(viewer, project);
    return campaign === null || allows(await this.campaigns.stage(viewer, campaign), 'carry-out');
  }

  private async campaignOf(viewer: Viewer, { ideaId }: ProjectEntity) {
    const idea = await this.ideas.byId(viewer, ideaId);
    return idea?.campaignId ? this.campaigns.byId(viewer, idea.campaignId) : null;
  }
}

@SignedIn()
@Resolver(() => ProjectUpdateType)
export class ProjectUpdateResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { description: 'Who tells it.' })
  author(@Parent() update: ProjectUpdateEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, update.authorId);
  }
}
