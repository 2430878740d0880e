import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { RichText, type RichTextDocument } from '@parvis/conversations/server';

@ObjectType('AmaAnswer', { description: 'What the host or a co-host answered to a question.' })
export class AmaAnswerType {
  @Field(() => ID, { description: 'UUID of the question: each has one answer.' })
  questionId!: string;

  @Field(() => RichText, { description: 'What it says.' })
  body!: RichTextDocument;

  @Field({ description: 'When it was given.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last changed; null when never.' })
  editedAt!: Date | null;
}

@ObjectType('AmaAnswerRevision', { description: 'What an answer said before an edit.' })
export class AmaAnswerRevisionType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => RichText, { description: 'What that version said.' })
  body!: RichTextDocument;

  @Field({ description: 'When that version was replaced.' })
  replacedAt!: Date;
}

@InputType({ description: 'An answer to give.' })
export class AnswerAmaQuestionInput {
  @Field(() => ID, { description: 'UUID made by the client once per answer; the same again changes nothing. Errors: ID_INVALID.' })
  key!: string;

  @Field(() => ID, { description: 'UUID. Errors: ID_INVALID, AMA_QUESTION_NOT_FOUND, AMA_NOT_HOST, AMA_NOT_TAKING_ANSWERS, AMA_QUESTION_ANSWERED.' })
  questionId!: string;

  @Field(() => RichText, { description: 'What it says. Errors: RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  body!: RichTextDocument;
}

@InputType({ description: 'An answer to change.' })
export class EditAmaAnswerInput {
  @Field(() => ID, { description: 'UUID. Errors: ID_INVALID, AMA_QUESTION_NOT_FOUND, AMA_ANSWER_NOT_FOUND, AMA_ANSWER_NOT_YOURS.' })
  questionId!: string;

  @Field(() => RichText, { description: 'What it says from now on. Errors: RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  body!: RichTextDocument;
}
