import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { Config, SignedIn } from '@parvis/platform/server';
import type { FileEntity } from './file.entity.ts';
import { FileService } from './file.service.ts';
import { fileUrls, MediaFileType, UpdateFileAltInput } from './file.type.ts';

@SignedIn()
@Resolver(() => MediaFileType)
export class FileResolver {
  constructor(
    private readonly service: FileService,
    private readonly config: Config,
  ) {}

  @Mutation(() => MediaFileType, { description: 'Says what one’s own image shows. Errors: FILE_NOT_FOUND, TEXT_TOO_LONG.' })
  updateFileAlt(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The words.' }) input: UpdateFileAltInput): Promise<FileEntity> {
    return this.service.describe(viewer, input.id, input.alt);
  }

  @Mutation(() => ID, { description: 'Deletes one’s own file, wherever it is attached; returns its UUID. Errors: FILE_NOT_FOUND.' })
  deleteFile(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'UUID. Errors: ID_INVALID.' }) id: string): Promise<string> {
    return this.service.delete(viewer, id);
  }

  @ResolveField(() => String, { description: 'Where its bytes are: an image at 2048 pixels at most, or the file. With ?download, always as a download.' })
  url(@Parent() file: FileEntity): string {
    return fileUrls(file, this.config).url;
  }

  @ResolveField(() => String, { nullable: true, description: 'Of an image: at 960 pixels at most.' })
  mediumUrl(@Parent() file: FileEntity): string | null {
    return fileUrls(file, this.config).mediumUrl;
  }

  @ResolveField(() => String, { nullable: true, description: 'Of an image: at 320 pixels at most.' })
  thumbUrl(@Parent() file: FileEntity): string | null {
    return fileUrls(file, this.config).thumbUrl;
  }
}
