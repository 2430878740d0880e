import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { ProfileField } from '../visibility/profile-field.ts';
import { ProfileFieldEnum } from '../visibility/profile-visibility.type.ts';
import { CompletenessService } from './completeness.service.ts';

@SignedIn()
@Resolver()
export class CompletenessResolver {
  constructor(private readonly service: CompletenessService) {}

  @Query(() => [ProfileFieldEnum], { description: 'What the viewer could add next to their own profile, the most useful first; three at most. Empty when there is nothing, or they put it away.' })
  profileNextSteps(@CurrentViewer() viewer: Viewer): Promise<ProfileField[]> {
    return this.service.nextSteps(viewer);
  }

  @Mutation(() => [ProfileFieldEnum], { description: 'Puts the next steps away for good. Answers what is left to show: nothing.' })
  async dismissProfileNextSteps(@CurrentViewer() viewer: Viewer): Promise<ProfileField[]> {
    await this.service.dismiss(viewer);
    return [];
  }
}
