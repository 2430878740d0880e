import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { type JobKind, SignedIn } from '@parvis/platform/server';
import { WorkService } from './work.service.ts';
import { BackgroundWorkType, JobKindType } from './work.type.ts';

const ofJob = { type: () => ID, description: 'Name of its kind. Errors: JOB_NOT_FOUND.' };

@SignedIn()
@Resolver()
export class WorkResolver {
  constructor(private readonly service: WorkService) {}

  @Query(() => BackgroundWorkType, { description: 'What Parvis does by itself, and what it could not do; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED.' })
  backgroundWork(@CurrentViewer() viewer: Viewer): Promise<BackgroundWorkType> {
    return this.service.overview(viewer);
  }

  @Mutation(() => JobKindType, { description: 'Does within seconds what else is done by the clock; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED, JOB_NOT_FOUND, JOB_NOT_BY_CLOCK, JOB_ALREADY_DUE.' })
  runJobNow(@CurrentViewer() viewer: Viewer, @Args('name', ofJob) name: string): Promise<JobKind> {
    return this.service.runNow(viewer, name);
  }

  @Mutation(() => JobKindType, { description: 'Tries the failed jobs of a kind once more; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED, JOB_NOT_FOUND, WORK_NOTHING_FAILED.' })
  tryFailedJobsAgain(@CurrentViewer() viewer: Viewer, @Args('name', ofJob) name: string): Promise<JobKind> {
    return this.service.tryAgain(viewer, name);
  }

  @Mutation(() => JobKindType, {
    description: 'Forgets the failed jobs of a kind: what they were to do is never done; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED, JOB_NOT_FOUND, JOB_NAME_DIFFERS, WORK_NOTHING_FAILED.',
  })
  discardFailedJobs(
    @CurrentViewer() viewer: Viewer,
    @Args('name', ofJob) name: string,
    @Args('typedName', { description: 'The name of the kind, typed by hand. Errors: JOB_NAME_DIFFERS.' }) typedName: string,
  ): Promise<JobKind> {
    return this.service.discard(viewer, name, typedName);
  }

  @Mutation(() => Int, { description: 'Delivers events of a type again that were given up, and answers how many; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED, WORK_NOTHING_FAILED.' })
  deliverEventsAgain(@CurrentViewer() viewer: Viewer, @Args('type', { description: 'Type of the events.' }) type: string): Promise<number> {
    return this.service.deliverAgain(viewer, type);
  }

  @Mutation(() => Int, { description: 'Sends letters of a type again that were given up, and answers how many; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED, WORK_NOTHING_FAILED.' })
  sendLettersAgain(@CurrentViewer() viewer: Viewer, @Args('type', { description: 'Type of the letters.' }) type: string): Promise<number> {
    return this.service.sendAgain(viewer, type);
  }
}
