import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { countedConnectionType } from '@parvis/platform/server';
import { RichText } from '../rich-text/rich-text.scalar.ts';
import type { RichTextDocument } from '../rich-text/rich-text.ts';
import { SubjectInput } from '../subject/subject.type.ts';

@ObjectType('Comment', { description: 'Something said under a subject; seen by those who see the subject.' })
export class CommentType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => RichText, { description: 'What it says; an empty document once it was deleted.' })
  body!: RichTextDocument;

  @Field(() => ID, { nullable: true, description: 'The UUID of the comment that it replies to; null on the first level. There is no third level.' })
  parentId!: string | null;

  @Field({ description: 'Whether the asker, or an animator of the place, took it as the answer.' })
  isAccepted!: boolean;

  @Field({ description: 'Whether it is a question to those who make the subject.' })
  asksAuthors!: boolean;

  @Field(() => Int, { description: 'How many found it useful, where answers are voted for.' })
  voteCount!: number;

  @Field({ description: 'When it was said.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last changed; null when never.' })
  editedAt!: Date | null;
}

@ObjectType('CommentConnection', { description: 'A page of comments.' })
export class CommentConnection extends countedConnectionType('Comment', () => CommentType) {}

@ObjectType('CommentRevision', { description: 'What a comment said before an edit.' })
export class CommentRevisionType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => RichText, { description: 'What that version said.' })
  body!: RichTextDocument;

  @Field({ description: 'When that version was replaced.' })
  replacedAt!: Date;
}

@InputType({ description: 'A comment to add.' })
export class AddCommentInput {
  @Field(() => ID, { description: 'UUID made by the client once per comment; the same again returns what the first call made. Errors: ID_INVALID.' })
  key!: string;

  @Field(() => SubjectInput, { description: 'What it is about. Errors: SUBJECT_NOT_FOUND, SUBJECT_CLOSED.' })
  subject!: SubjectInput;

  @Field(() => ID, {
    nullable: true,
    description: 'The UUID of the comment under the same subject that it replies to; a reply to a reply stands beside it. Errors: ID_INVALID, COMMENT_NOT_FOUND.',
  })
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The UUID of a comment under the same subject to quote. Errors: ID_INVALID, COMMENT_NOT_FOUND.' })
  quotedCommentId?: string | null;

  @Field({ defaultValue: false, description: 'Puts it as a question to those who make the subject, such as the authors of an idea: on the first level, by somebody else. Errors: QUESTION_NOT_HERE.' })
  asksAuthors?: boolean;

  @Field(() => RichText, { nullable: true, description: 'What it says; may be left out where there is a file. Errors: RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  body?: RichTextDocument | null;

  @Field(() => [ID], { nullable: true, description: 'UUIDs of the viewer’s own files, at most 10, in the order in which they are shown. Errors: ID_INVALID, TOO_MANY_ITEMS, FILE_NOT_FOUND.' })
  attachmentIds?: string[] | null;
}

@InputType({ description: 'A comment to change.' })
export class EditCommentInput {
  @Field(() => ID, { description: 'UUID. Errors: ID_INVALID, COMMENT_NOT_FOUND, COMMENT_NOT_YOURS.' })
  id!: string;

  @Field(() => RichText, { nullable: true, description: 'What it says from now on; null: nothing, where files are named. Errors: RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  body?: RichTextDocument | null;

  @Field(() => [ID], { nullable: true, description: 'The files from now on, in order: those that it has, or the viewer’s own. Left out, they stay. Errors: ID_INVALID, TOO_MANY_ITEMS, FILE_NOT_FOUND.' })
  attachmentIds?: string[] | null;
}
