import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionType } from '@parvis/platform/server';
import { ExpertEvidenceType } from '../finding/experts.type.ts';
import type { ShownEvidence } from '../finding/evidence-reader.ts';
import type { Handover, HandoverTopic } from './handover.query.ts';

/** Its person and its topics are resolved. */
@ObjectType('Handover', { description: 'A colleague who left in the last 90 days, whose topics look for others.' })
export class HandoverType implements Handover {
  @Field(() => ID, { description: 'The UUID of whoever left.' })
  id!: string;
}

/** Its skill and its takers are resolved. */
@ObjectType('HandoverTopic', { description: 'Something that a colleague who left knew about, as far as the viewer could see it on their profile and in their answers.' })
export class HandoverTopicType implements HandoverTopic {
  @Field(() => ID, { description: 'The UUID of whoever left.' })
  leaverId!: string;

  @Field({ description: 'Names the topic among theirs.' })
  key!: string;

  @Field({ description: 'In their words; a hashtag without its #.' })
  words!: string;

  @Field({ description: 'Whether it is a hashtag under which they answered twice or more; else they declared it.' })
  isTag!: boolean;

  @Field(() => Int, { description: 'How many answers about it they gave, of their newest 400 texts, those that the viewer may read.' })
  answerCount!: number;

  @Field(() => Int, { description: 'How many of these were accepted.' })
  acceptedCount!: number;

  @Field(() => Int, { description: 'How many pages about it they saved last.' })
  pageCount!: number;

  @Field(() => [ExpertEvidenceType], { description: 'The most telling of the answers, 3 at most.' })
  evidence!: ShownEvidence[];

  skillId!: string | null;
  takerIds!: string[];
}

export const HandoverConnection = connectionType<Handover>('Handover', () => HandoverType);
