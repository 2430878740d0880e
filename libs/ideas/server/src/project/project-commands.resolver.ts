import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { ProjectNewsService } from './project-news.service.ts';
import type { ProjectEntity } from './project.entity.ts';
import { ProjectService } from './project.service.ts';
import { BeginProjectInput, DeliverProjectInput, MeasureProjectInput, PlanProjectInput, ProjectType, TellProjectInput } from './project.type.ts';

/** Begins projects and says how they go. */
@SignedIn()
@Resolver(() => ProjectType)
export class ProjectCommandsResolver {
  constructor(
    private readonly service: ProjectService,
    private readonly news: ProjectNewsService,
  ) {}

  @Mutation(() => ProjectType, { description: 'The sponsor or the owner of a campaign makes a project of a selected idea. Errors: those of the input.' })
  beginProject(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The project.' }) input: BeginProjectInput): Promise<ProjectEntity> {
    return this.service.begin(viewer, input);
  }

  @Mutation(() => ProjectType, { description: 'Who carries it out, or answers for the campaign, plans a project anew; the latter alone hand it over. Errors: those of the input.' })
  planProject(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The plan.' }) input: PlanProjectInput): Promise<ProjectEntity> {
    return this.service.plan(viewer, input);
  }

  @Mutation(() => ProjectType, { description: 'Who carries it out, made the idea, or answers for the campaign tells how it goes. Errors: those of the input.' })
  tellProject(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The update.' }) input: TellProjectInput): Promise<ProjectEntity> {
    return this.news.tell(viewer, input);
  }

  @Mutation(() => ProjectType, { description: 'Who carries it out, or answers for the campaign, says what was delivered; again to correct it. Errors: those of the input.' })
  deliverProject(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The result.' }) input: DeliverProjectInput): Promise<ProjectEntity> {
    return this.news.deliver(viewer, input);
  }

  @Mutation(() => ProjectType, { description: 'The sponsor or the owner of the campaign says what a delivered project has brought; again when it is measured anew. Errors: those of the input.' })
  measureProject(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The measure.' }) input: MeasureProjectInput): Promise<ProjectEntity> {
    return this.service.measure(viewer, input);
  }
}
