import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Tag', { description: 'A hashtag, as the viewer sees it: only posts that they may read count.' })
export class TagType {
  @Field(() => ID, { description: 'The same as its name: a hashtag is what it says.' })
  id!: string;

  @Field({ description: 'Lower-cased, without its #.' })
  name!: string;
}

/** The type of a hashtag's name. */
export const tagNamed = (name: string): TagType => ({ id: name, name });
