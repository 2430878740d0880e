import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { ConversationType } from '../conversation.type.ts';
import type { ThreadState } from './thread-follow.entity.ts';
import { ThreadQuery } from './thread.query.ts';
import { ThreadService } from './thread.service.ts';
import { SetThreadStateInput, ThreadStateEnum } from './thread.type.ts';

@SignedIn()
@Resolver(() => ConversationType)
export class ThreadResolver {
  constructor(
    private readonly service: ThreadService,
    private readonly query: ThreadQuery,
  ) {}

  @Mutation(() => ConversationType, { description: 'Follows a thread, mutes it, or takes the choice back; returns it. Errors: SUBJECT_NOT_FOUND.' })
  async setThreadState(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The choice.' }) { subject, state }: SetThreadStateInput): Promise<ConversationType> {
    return { id: (await this.service.setState(viewer, subject, state ?? null)).id };
  }

  @ResolveField(() => ThreadStateEnum, { nullable: true, description: 'How the viewer stands to it; null: neither follows nor has muted it.' })
  viewerThreadState(@Parent() conversation: ConversationType, @CurrentViewer() viewer: Viewer): Promise<ThreadState | null> {
    return this.query.viewerState(viewer, conversation.id);
  }
}
