import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Conversation', { description: 'What people say under a subject and how they react to it.' })
export class ConversationType {
  @Field(() => ID, { description: 'The subject’s UUID.' })
  id!: string;
}
