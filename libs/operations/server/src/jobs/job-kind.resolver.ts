import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { JobDesk, type JobFailure, type JobKind, SignedIn } from '@parvis/platform/server';
import { JobFailureType, JobKindType } from './work.type.ts';

@SignedIn()
@Resolver(() => JobKindType)
export class JobKindResolver {
  constructor(private readonly jobs: JobDesk) {}

  @ResolveField(() => ID, { description: 'Its name.' })
  id(@Parent() { name }: JobKind): string {
    return name;
  }

  @ResolveField(() => [JobFailureType], { description: 'Why those that failed did, the most frequent cause first; at most 20.' })
  failures(@Parent() { name, failed }: JobKind): JobFailure[] | Promise<JobFailure[]> {
    return failed === 0 ? [] : this.jobs.failuresOf(name);
  }
}
