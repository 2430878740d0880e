import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Something that can be talked about.' })
export class SubjectInput {
  @Field({ description: 'Its kind: post, wiki-page, ama-session, ama-question; of a reaction also comment.' })
  type!: string;

  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;
}
