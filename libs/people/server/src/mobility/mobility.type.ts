import { Field, ObjectType } from '@nestjs/graphql';
import { PersonType } from '@parvis/identity/server';
import { connectionType } from '@parvis/platform/server';

@ObjectType('Mobility', { description: 'That somebody is open to another position in the company. For them and for HR, never for those above them.' })
export class MobilityType {
  @Field({ description: 'What they wish, in their words; may be empty.' })
  wish!: string;

  @Field(() => Date, { description: 'When they said so.' })
  toldAt!: Date;

  @Field(() => PersonType, { description: 'Who it is.' })
  person?: PersonType;

  personId!: string;
}

@ObjectType('MobilityConnection', { description: 'A page of people who are open to another position.' })
export class MobilityConnection extends connectionType('Mobility', () => MobilityType) {}
