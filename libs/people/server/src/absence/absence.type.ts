import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('Absence', { description: 'That somebody is away for some days. Never why.' })
export class AbsenceType {
  @Field({ description: 'The first day, YYYY-MM-DD.' })
  from!: string;

  @Field({ description: 'The last day, YYYY-MM-DD.' })
  until!: string;

  @Field({ description: 'Whether it lasts today, where they are; else it is to come.' })
  isNow!: boolean;

  @Field({ description: 'Whether the viewer said so of themself, and may take it back. False where the HR file says so, and for everybody else: who told of an absence is not theirs to know.' })
  isOwn!: boolean;
}
