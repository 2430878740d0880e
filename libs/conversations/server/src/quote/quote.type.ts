import { Field, ID, ObjectType } from '@nestjs/graphql';

/** What a comment quotes: `author` is resolved from `authorId`. */
@ObjectType({ description: 'What a comment quotes, as it says now.' })
export class CommentQuote {
  @Field(() => ID, { description: 'The UUID of the comment that is quoted.' })
  commentId!: string;

  @Field(() => String, { nullable: true, description: 'The beginning of its words, at most 280 characters; null once it was deleted.' })
  extract!: string | null;

  authorId!: string | null;
}
