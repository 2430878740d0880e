import { ObjectType } from '@nestjs/graphql';

/** Nothing but the post’s id is stored: whether it is answered is told by its comments. */
@ObjectType('Question', { description: 'What only a question has.' })
export class QuestionType {
  postId!: string;
}
