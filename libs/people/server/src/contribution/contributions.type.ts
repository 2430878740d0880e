import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { ContributionCount } from './contributions.ts';

@ObjectType('ContributionCount', { description: 'How much of one kind somebody wrote.' })
export class ContributionCountType implements ContributionCount {
  @Field({ description: 'Which kind: post, answer, wiki-page.' })
  kind!: string;

  @Field(() => Int, { description: 'How many of them the viewer may see.' })
  count!: number;
}
