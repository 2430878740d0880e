import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityType, type CommunityEntity } from '@parvis/communities/server';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import { CommunityFilesQuery } from './community-files.query.ts';
import { CommunityFileConnection, CommunityFileType, FileSortEnum, type FileSort } from './community-files.type.ts';

/** Community.files. */
@SignedIn()
@Resolver(() => CommunityType)
export class CommunityFilesResolver {
  constructor(private readonly query: CommunityFilesQuery) {}

  @ResolveField(() => CommunityFileConnection, {
    description: 'The images and files that are attached to what stands in it, those that the viewer may see, newest first.',
    complexity: perParentPageCost,
  })
  files(
    @Parent() community: CommunityEntity,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('name', { type: () => String, nullable: true, description: 'Only those whose name holds all of these words, or parts of words; letter case and accents do not matter.' }) name?: string | null,
    @Args('sort', { type: () => FileSortEnum, nullable: true, description: 'Only those of this sort.' }) sort?: FileSort | null,
  ) {
    return this.query.list(viewer, community.id, { name: name ?? '', sort: sort ?? null }, pageRequest(page));
  }
}

/** CommunityFile.addedBy. */
@SignedIn()
@Resolver(() => CommunityFileType)
export class CommunityFileResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { description: 'Who uploaded it.' })
  addedBy(@Parent() { file }: CommunityFileType, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, file.ownerId);
  }
}
