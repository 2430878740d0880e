import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Config } from '@parvis/platform/server';
import type { FileEntity, FileKind } from './file.entity.ts';

export const maxAltLength = 500;

export const MediaKindEnum = { IMAGE: 'image', FILE: 'file' } as const satisfies Record<string, FileKind>;

registerEnumType(MediaKindEnum, {
  name: 'MediaKind',
  description: 'How a file is shown.',
  valuesMap: { IMAGE: { description: 'A picture, shown in place.' }, FILE: { description: 'Anything else: played or downloaded.' } },
});

@ObjectType('MediaFile', { description: 'An image or a file that somebody uploaded; seen by its owner until it is attached, then by those who see what it is attached to.' })
export class MediaFileType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => MediaKindEnum, { description: 'How it is shown.' })
  kind!: FileKind;

  @Field({ description: 'Its name, for people to read.' })
  name!: string;

  @Field({ description: 'What its bytes are (a MIME type), as the server found out.' })
  mediaType!: string;

  @Field(() => Int, { description: 'In bytes, of what is downloaded.' })
  byteSize!: number;

  @Field(() => Int, { nullable: true, description: 'Of an image, in pixels.' })
  width!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of an image, in pixels.' })
  height!: number | null;

  @Field({ description: 'Whether the image moves.' })
  isAnimated!: boolean;

  @Field(() => String, { nullable: true, description: 'Main colour of an image, as #rrggbb: to fill its place until it has come.' })
  tint!: string | null;

  @Field({ description: 'What an image shows, for those who cannot see it; may be empty.' })
  alt!: string;
}

@InputType({ description: 'What an image shows.' })
export class UpdateFileAltInput {
  @Field(() => ID, { description: 'UUID of the file. Errors: ID_INVALID, FILE_NOT_FOUND.' })
  id!: string;

  @Field({ description: `In a sentence, at most ${maxAltLength} characters; may be empty. Errors: TEXT_TOO_LONG.` })
  alt!: string;
}

/** Addresses of a file; each is refused to whoever may not see it. */
export const fileUrls = ({ id, kind }: Pick<FileEntity, 'id' | 'kind'>, { addresses: { path } }: Config): { url: string; mediumUrl: string | null; thumbUrl: string | null } =>
  kind === 'image'
    ? { url: `${path}/media/${id}/large`, mediumUrl: `${path}/media/${id}/medium`, thumbUrl: `${path}/media/${id}/thumb` }
    : { url: `${path}/media/${id}/file`, mediumUrl: null, thumbUrl: null };

/** As GraphQL gives it, for the answer to an upload. */
export function fileToJson(file: FileEntity, config: Config) {
  const { id, name, mediaType, byteSize, width, height, isAnimated, tint, alt } = file;
  return { id, kind: file.kind.toUpperCase(), name, mediaType, byteSize, width, height, isAnimated, tint, alt, ...fileUrls(file, config) };
}
