import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { FileLoader, MediaFileType } from '@parvis/media/server';
import { SignedIn } from '@parvis/platform/server';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { IdeaType } from '../idea/idea.type.ts';

// Few ideas have ten files: a list is not refused for those that each of them might have.
const filesCost = ({ childComplexity }: { childComplexity: number }): number => 1 + 3 * childComplexity;

/** Idea.attachments. */
@SignedIn()
@Resolver(() => IdeaType)
export class IdeaMediaResolver {
  constructor(private readonly files: FileLoader) {}

  @ResolveField(() => [MediaFileType], { description: 'Its images and files, ten at most.', complexity: filesCost })
  attachments(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer) {
    return this.files.attachedTo(viewer, 'idea', idea.id);
  }
}
