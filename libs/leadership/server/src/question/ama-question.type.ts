import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { countedConnectionType } from '@parvis/platform/server';

@ObjectType('AmaQuestion', { description: 'A question asked in a session, under its author’s name; seen by those who see the session.' })
export class AmaQuestionType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'Plain text, at most 500 characters.' })
  text!: string;

  @Field(() => Int, { description: 'How many people want it answered; who they are is never told.' })
  voteCount!: number;

  @Field({ description: 'When it was asked.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last changed; null when never.' })
  editedAt!: Date | null;
}

@ObjectType('AmaQuestionConnection', { description: 'A page of questions.' })
export class AmaQuestionConnection extends countedConnectionType('AmaQuestion', () => AmaQuestionType) {}

@InputType({ description: 'A question to ask.' })
export class AskAmaQuestionInput {
  @Field(() => ID, { description: 'UUID made by the client once per question; the same again returns what the first call asked. Errors: ID_INVALID.' })
  key!: string;

  @Field(() => ID, { description: 'UUID of the session. Errors: ID_INVALID, AMA_SESSION_NOT_FOUND, AMA_NOT_TAKING_QUESTIONS.' })
  sessionId!: string;

  @Field({ description: 'Plain text, at most 500 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  text!: string;
}

@InputType({ description: 'A question to change.' })
export class EditAmaQuestionInput {
  @Field(() => ID, { description: 'UUID. Errors: ID_INVALID, AMA_QUESTION_NOT_FOUND, AMA_QUESTION_NOT_YOURS, AMA_QUESTION_ANSWERED.' })
  id!: string;

  @Field({ description: 'What it asks from now on; at most 500 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  text!: string;
}
