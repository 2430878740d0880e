import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RichText, type RichTextDocument } from '@parvis/conversations/server';
import { connectionType } from '@parvis/platform/server';
import { AnnouncementInput } from '../announcement/announcement.type.ts';
import { EventInput } from '../event/event.type.ts';
import { PollInput } from '../poll/poll.type.ts';
import { QuestionInput } from '../question/question.type.ts';
import type { PostKind } from './post.entity.ts';

export const PostKindEnum = { STATUS: 'status', QUESTION: 'question', POLL: 'poll', EVENT: 'event', ANNOUNCEMENT: 'announcement' } as const satisfies Record<string, PostKind>;

registerEnumType(PostKindEnum, {
  name: 'PostKind',
  description: 'What a post is.',
  valuesMap: {
    STATUS: { description: 'Something to tell.' },
    QUESTION: { description: 'Something to ask.' },
    POLL: { description: 'Something to choose among given answers.' },
    EVENT: { description: 'Something to come to.' },
    ANNOUNCEMENT: { description: 'Something that everybody there should know.' },
  },
});

@ObjectType('Post', { description: 'Something written to a community, or to the whole company; seen by those who may read there.' })
export class PostType {
  @Field(() => ID, { description: 'UUID; later posts sort after earlier ones.' })
  id!: string;

  @Field(() => PostKindEnum, { description: 'What it is.' })
  kind!: PostKind;

  @Field(() => String, { nullable: true, description: 'Every kind but a status has one.' })
  title!: string | null;

  @Field(() => RichText, { description: 'What it says.' })
  body!: RichTextDocument;

  @Field(() => [String], { description: 'Hashtags, without their # and lower-cased.' })
  tags!: string[];

  @Field({ description: 'When it was published.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last changed; null when never.' })
  editedAt!: Date | null;
}

@ObjectType('PostConnection', { description: 'A page of posts.' })
export class PostConnection extends connectionType('Post', () => PostType) {}

@ObjectType('PostRevision', { description: 'What a post said before an edit.' })
export class PostRevisionType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The title of that version.' })
  title!: string | null;

  @Field(() => RichText, { description: 'What that version said.' })
  body!: RichTextDocument;

  @Field({ description: 'When that version was replaced.' })
  replacedAt!: Date;
}

/** A further kind adds its part here, for new posts and for changes. */
@InputType({ isAbstract: true })
class PostPartsInput {
  @Field(() => PollInput, { nullable: true, description: 'What only a poll has.' })
  poll?: PollInput | null;

  @Field(() => EventInput, { nullable: true, description: 'What only an event has.' })
  event?: EventInput | null;

  @Field(() => AnnouncementInput, { nullable: true, description: 'What only an announcement has.' })
  announcement?: AnnouncementInput | null;
}

@InputType({ description: 'A post to publish.' })
export class CreatePostInput extends PostPartsInput {
  @Field(() => QuestionInput, { nullable: true, description: 'What only a question has; may be left out.' })
  question?: QuestionInput | null;

  @Field(() => ID, { description: 'UUID made by the client once per post; the same again returns what the first call made. Errors: ID_INVALID.' })
  key!: string;

  @Field(() => ID, { nullable: true, description: 'Where; to the whole company when left out. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_MEMBER.' })
  communityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'UUID of an executive who lets the viewer write on their behalf; both names will show. Errors: ID_INVALID, POST_NOT_DELEGATED.' })
  onBehalfOfId?: string | null;

  @Field(() => PostKindEnum, { defaultValue: PostKindEnum.STATUS, description: 'What it is. A part below goes with the kind of its name, and only with it. Errors: POST_PART_MISSING, POST_PART_NOT_OF_KIND.' })
  kind!: PostKind;

  @Field(() => String, { nullable: true, description: 'Every kind but a status has one; at most 200 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG, POST_PART_NOT_OF_KIND.' })
  title?: string | null;

  @Field(() => RichText, { nullable: true, description: 'What it says; may be left out where there is a title or a file. Errors: RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  body?: RichTextDocument | null;

  @Field(() => [ID], { nullable: true, description: 'UUIDs of the viewer’s own files, at most 10, in the order in which they are shown. Errors: ID_INVALID, TOO_MANY_ITEMS, FILE_NOT_FOUND.' })
  attachmentIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'UUID of a preview that `linkPreview` gave, to show with it. Errors: ID_INVALID, LINK_PREVIEW_NOT_FOUND.' })
  linkPreviewId?: string | null;
}

@InputType({ description: 'A post to change. What is left out stays.' })
export class EditPostInput extends PostPartsInput {
  @Field(() => ID, { description: 'UUID. Errors: ID_INVALID, POST_NOT_FOUND, POST_NOT_YOURS.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The title from now on. Errors: TEXT_REQUIRED, TEXT_TOO_LONG, POST_PART_NOT_OF_KIND.' })
  title?: string | null;

  @Field(() => RichText, { nullable: true, description: 'What it says from now on; null: nothing, where there is a title or a file. Errors: RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  body?: RichTextDocument | null;

  @Field(() => [ID], { nullable: true, description: 'The files from now on, in order: those that it has, or the viewer’s own. Errors: ID_INVALID, TOO_MANY_ITEMS, FILE_NOT_FOUND.' })
  attachmentIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The preview from now on; null: none. Errors: ID_INVALID, LINK_PREVIEW_NOT_FOUND.' })
  linkPreviewId?: string | null;
}
