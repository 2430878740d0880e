import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export const HealthStateEnum = { FINE: 'fine', UNKNOWN: 'unknown', ATTENTION: 'attention', FAULT: 'fault' } as const;

registerEnumType(HealthStateEnum, {
  name: 'HealthState',
  description: 'How something was found, from good to bad.',
  valuesMap: {
    FINE: { description: 'It is as it should be.' },
    UNKNOWN: { description: 'Nothing tells, which is no fault by itself.' },
    ATTENTION: { description: 'Somebody should look in the next days.' },
    FAULT: { description: 'Something does not work, or soon will not.' },
  },
});

export const HealthFactKindEnum = { TEXT: 'text', NUMBER: 'number', BYTES: 'bytes', MILLISECONDS: 'milliseconds', MOMENT: 'moment' } as const;

registerEnumType(HealthFactKindEnum, {
  name: 'HealthFactKind',
  description: 'How a fact is to be written.',
  valuesMap: {
    TEXT: { description: 'As it stands.' },
    NUMBER: { description: 'A whole number.' },
    BYTES: { description: 'A whole number of bytes.' },
    MILLISECONDS: { description: 'A whole number of milliseconds.' },
    MOMENT: { description: 'A moment in ISO 8601, in UTC.' },
  },
});

@ObjectType('HealthFact', { description: 'What a sentence about the server is filled with.' })
export class HealthFactType {
  @Field({ description: 'Its place in the sentence, such as `free`.' })
  name!: string;

  @Field(() => HealthFactKindEnum, { description: 'How it is to be written.' })
  kind!: (typeof HealthFactKindEnum)[keyof typeof HealthFactKindEnum];

  @Field({ description: 'Numbers in decimal digits.' })
  value!: string;
}

@ObjectType('HealthFinding', { description: 'One thing that was looked at, and how it was found. It tells nothing about a person.' })
export class HealthFindingType {
  @Field({ description: 'What, and how: `storage.low`. Pages have a sentence for each, and what to do.' })
  code!: string;

  @Field(() => HealthStateEnum, { description: 'How bad it is.' })
  state!: (typeof HealthStateEnum)[keyof typeof HealthStateEnum];

  @Field(() => Date, { nullable: true, description: 'Since when it is so; null where that is not known.' })
  since!: Date | null;

  @Field(() => [HealthFactType], { description: 'What its sentence is filled with.' })
  facts!: HealthFactType[];
}

@ObjectType('ServerProcess', { description: 'A process of Parvis, as it last told of itself.' })
export class ServerProcessType {
  @Field(() => ID, { description: 'UUID, a new one at each start.' })
  id!: string;

  @Field({ description: 'Name of its machine or container.' })
  host!: string;

  @Field({ description: 'What it does, as PARVIS_ROLE says: `all`, `web` or `worker`.' })
  role!: string;

  @Field({ description: 'Its version of Parvis.' })
  version!: string;

  @Field({ description: 'When it started.' })
  startedAt!: Date;

  @Field({ description: 'When it last told of itself, which it does every quarter of a minute.' })
  seenAt!: Date;

  @Field({ description: 'Whether it told of itself in the last minute.' })
  isHeard!: boolean;

  @Field(() => Float, { description: 'What it holds of the machine’s memory, in bytes.' })
  memoryBytes!: number;

  @Field(() => Int, { description: 'How late it comes to what is due, in milliseconds: 99 times of a hundred it is sooner.' })
  delayMs!: number;

  @Field(() => Int, { description: 'Open sockets: about one for each page of Parvis that somebody has open.' })
  sockets!: number;
}

@ObjectType('ServerHealth', { description: 'How the server is, for IT.' })
export class ServerHealthType {
  @Field({ description: 'When it was looked at.' })
  checkedAt!: Date;

  @Field(() => [HealthFindingType], { description: 'Everything that was looked at, the worst first.' })
  findings!: HealthFindingType[];

  @Field(() => [ServerProcessType], { description: 'The processes that are there or were within a day, by host.' })
  processes!: ServerProcessType[];
}
