import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('Absence', { description: 'That somebody is away for some days. Never why.' })
export class AbsenceType {
  @Field({ description: 'The first day, YYYY-MM-DD.' })
  from!: string;

  @Field({ description: 'The last day, YYYY-MM-DD.' })
  until!: string;

  @Field({ description: 'Whether it lasts today, where they are; else it is to come.' })
  isNow!: boolean;

  @Field({ description: 'Whether the person said so, and may take it back; else the HR file does.' })
  isOwn!: boolean;
}
