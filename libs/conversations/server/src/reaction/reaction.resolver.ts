import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { noReaction, ReactionQuery } from './reaction.query.ts';
import { ReactionService } from './reaction.service.ts';
import { ReactionState, SetReactionInput } from './reaction.type.ts';

@SignedIn()
@Resolver(() => ReactionState)
export class ReactionResolver {
  constructor(
    private readonly service: ReactionService,
    private readonly query: ReactionQuery,
  ) {}

  @Mutation(() => ReactionState, { description: 'Sets, changes or takes back the viewer’s reaction. Errors: SUBJECT_NOT_FOUND, SUBJECT_CLOSED.' })
  async setReaction(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The reaction.' }) { subject, kind }: SetReactionInput): Promise<ReactionState> {
    const { id } = await this.service.set(viewer, subject, kind ?? null);
    const summaries = await this.query.summaries(viewer, [id]);
    return { subjectId: id, ...(summaries.get(id) ?? noReaction) };
  }
}
