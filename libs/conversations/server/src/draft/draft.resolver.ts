import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { FileLoader, MediaFileType } from '@parvis/media/server';
import { PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import { DraftSubjects, type DraftAbout } from './draft-subjects.ts';
import type { DraftEntity } from './draft.entity.ts';
import { draftOwnerType } from './draft.media.ts';
import { DraftQuery } from './draft.query.ts';
import { DraftService, type SavedDraft } from './draft.service.ts';
import { DraftAboutType, DraftConnection, DraftType, SaveDraftInput, SaveDraftPayload, ThrowDraftAwayInput } from './draft.type.ts';

@SignedIn()
@Resolver(() => DraftType)
export class DraftResolver {
  constructor(
    private readonly query: DraftQuery,
    private readonly service: DraftService,
    private readonly subjects: DraftSubjects,
    private readonly attached: FileLoader,
  ) {}

  @Query(() => DraftType, { nullable: true, description: 'What the viewer writes about a subject, also when it is finished; null when nothing is known of it. Errors: DRAFT_SUBJECT_INVALID.' })
  draft(@CurrentViewer() viewer: Viewer, @Args('subject', { description: 'What is written. Errors: DRAFT_SUBJECT_INVALID.' }) subject: string): Promise<DraftEntity | null> {
    return this.query.bySubject(viewer, subject);
  }

  @Query(() => DraftConnection, { description: 'What the viewer has not finished, the last that was written first.', complexity: pageCost })
  drafts(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.unfinished(viewer, pageRequest(page));
  }

  @Mutation(() => SaveDraftPayload, {
    description: 'Keeps a draft, unless another device has saved or finished it since. Errors: DRAFT_SUBJECT_INVALID, DRAFT_INVALID, DRAFT_TOO_LARGE, DRAFTS_TOO_MANY, RICH_TEXT_NOT_ALLOWED, ID_INVALID, TOO_MANY_ITEMS.',
  })
  saveDraft(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The draft.' }) input: SaveDraftInput): Promise<SavedDraft> {
    return this.service.save(viewer, input);
  }

  @Mutation(() => DraftType, { nullable: true, description: 'Throws a draft away; returns it without its words, null when there was none. Errors: DRAFT_SUBJECT_INVALID, DRAFT_CHANGED, ID_INVALID, TOO_MANY_ITEMS.' })
  throwDraftAway(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Which one.' }) { subject, versions }: ThrowDraftAwayInput): Promise<DraftEntity | null> {
    return this.service.throwAway(viewer, subject, versions);
  }

  @ResolveField(() => DraftAboutType, { nullable: true, description: 'What it is about; null when that is gone, or out of the viewer’s sight by now.' })
  about(@Parent() draft: DraftEntity, @CurrentViewer() viewer: Viewer): Promise<DraftAbout | null> {
    return this.subjects.about(viewer, draft);
  }

  @ResolveField(() => [MediaFileType], { description: 'Its files, in their order.' })
  files(@Parent() draft: DraftEntity, @CurrentViewer() viewer: Viewer) {
    return this.attached.attachedTo(viewer, draftOwnerType, draft.id);
  }
}
