import { ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { OwnFigures } from '@parvis/insights/server';
import { SignedIn } from '@parvis/platform/server';
import { share } from '../engagement/figure.ts';
import { OwnExampleQuery } from './own-example.query.ts';
import { OwnExampleType } from './own-example.type.ts';

/** OwnFigures.example: of whoever asks, and off with their other figures. */
@SignedIn()
@Resolver(() => OwnFigures)
export class OwnExampleResolver {
  constructor(private readonly query: OwnExampleQuery) {}

  @ResolveField(() => OwnExampleType, {
    nullable: true,
    description: 'What the viewer shows by their own example, as an executive. Null for everybody else, those who write in the name of an executive included.',
    complexity: ({ childComplexity }) => 500 + childComplexity,
  })
  async example(@CurrentViewer() viewer: Viewer): Promise<OwnExampleType | null> {
    const own = await this.query.of(viewer);
    if (!own) return null;
    const { days, written, replies, delegated, replyMedian, communities } = own;
    return { days, written, replyShare: share(replies, written), replyMedianMinutes: replyMedian, communities, delegatedShare: share(delegated, written) };
  }
}
