import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { RetentionService } from './retention.service.ts';
import { ChangeRetentionInput, RetentionAdministrationType } from './retention.type.ts';

@SignedIn()
@Resolver()
export class RetentionResolver {
  constructor(private readonly service: RetentionService) {}

  @Query(() => RetentionAdministrationType, { description: 'How long things are kept; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED.' })
  retentionAdministration(@CurrentViewer() viewer: Viewer): RetentionAdministrationType {
    return this.service.overview(viewer);
  }

  @Query(() => Int, { description: 'How many things would be erased, were they kept for so many days; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED, RETENTION_TERM_NOT_FOUND, RETENTION_DAYS_INVALID.' })
  retentionPreview(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'Name of the term. Errors: RETENTION_TERM_NOT_FOUND.' }) id: string,
    @Args('days', { type: () => Int, description: 'Within its bounds. Errors: RETENTION_DAYS_INVALID.' }) days: number,
  ): Promise<number> {
    return this.service.preview(viewer, { id, days });
  }

  @Mutation(() => RetentionAdministrationType, {
    description: 'Says how long something is kept; what is past its time goes at the next night. IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED, RETENTION_TERM_NOT_FOUND, RETENTION_DAYS_INVALID, RETENTION_NAME_DIFFERS, SETTING_CHANGED_MEANWHILE.',
  })
  changeRetention(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Which, and how long.' }) input: ChangeRetentionInput): Promise<RetentionAdministrationType> {
    return this.service.change(viewer, input);
  }
}
