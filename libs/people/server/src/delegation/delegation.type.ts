import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Delegation', { description: 'An executive lets a colleague write on their behalf; everybody may know. What is written so always shows both names.' })
export class DelegationType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'Since when.' })
  since!: Date;
}
