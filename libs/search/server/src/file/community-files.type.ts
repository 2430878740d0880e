import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MediaFileType, type AttachedFile } from '@parvis/media/server';
import { connectionType } from '@parvis/platform/server';

/** A sort of files, as people look for them. */
export type FileSort = 'image' | 'document' | 'recording';

export const FileSortEnum = { IMAGE: 'image', DOCUMENT: 'document', RECORDING: 'recording' } as const satisfies Record<string, FileSort>;

registerEnumType(FileSortEnum, {
  name: 'FileSort',
  description: 'A sort of files.',
  valuesMap: {
    IMAGE: { description: 'A picture.' },
    DOCUMENT: { description: 'A document: PDF, text, table, presentation, archive.' },
    RECORDING: { description: 'Sound or film.' },
  },
});

@ObjectType('CommunityFile', { description: 'An image or a file that is attached to something in a community.' })
export class CommunityFileType {
  @Field(() => ID, { description: 'The file’s UUID.' })
  id!: string;

  @Field(() => MediaFileType, { description: 'The file itself.' })
  file!: AttachedFile;

  @Field({ description: 'When it was attached.' })
  addedAt!: Date;

  @Field(() => ID, { description: 'The UUID of what has the page that shows it: a post, a page of the wiki.' })
  targetId!: string;

  @Field({ description: 'What that is: post, wiki-page.' })
  targetType!: string;

  @Field(() => ID, { nullable: true, description: 'The UUID of the comment on that page to which it is attached; null for none.' })
  commentId!: string | null;
}

@ObjectType('CommunityFileConnection', { description: 'A page of the files of a community.' })
export class CommunityFileConnection extends connectionType('CommunityFile', () => CommunityFileType) {}
