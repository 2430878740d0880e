import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonType } from '@parvis/identity/server';
import type { CampaignStage } from './campaign-stage.ts';
import type { PhaseKind } from './phases.ts';

export const PhaseKindEnum = {
  GATHER: 'gather', BUILD: 'build', VOTE: 'vote', JURY: 'jury', DECIDE: 'decide', CARRY_OUT: 'carry-out', REVIEW: 'review',
} as const satisfies Record<string, PhaseKind>;

const phaseDescriptions = {
  GATHER: { description: 'Ideas are submitted.' },
  BUILD: { description: 'Ideas are built on together.' },
  VOTE: { description: 'Ideas are voted on.' },
  JURY: { description: 'A jury judges.' },
  DECIDE: { description: 'The sponsor decides.' },
  CARRY_OUT: { description: 'Selected ideas are carried out.' },
  REVIEW: { description: 'What came of it is looked at.' },
};

registerEnumType(PhaseKindEnum, { name: 'PhaseKind', description: 'What is done in a phase of a campaign, in this order.', valuesMap: phaseDescriptions });

export const CampaignStageEnum = {
  DRAFT: 'draft', ANNOUNCED: 'announced', ...PhaseKindEnum, BETWEEN: 'between', OVER: 'over', CLOSED: 'closed', CANCELLED: 'cancelled',
} as const satisfies Record<string, CampaignStage>;

registerEnumType(CampaignStageEnum, {
  name: 'CampaignStage',
  description: 'Where a campaign stands, by the clock.',
  valuesMap: {
    DRAFT: { description: 'Seen by those who prepare it.' },
    ANNOUNCED: { description: 'Its first phase is still to come.' },
    ...phaseDescriptions,
    BETWEEN: { description: 'Between two phases.' },
    OVER: { description: 'Its last phase has closed; answers may still be owed.' },
    CLOSED: { description: 'Every idea has its answer.' },
    CANCELLED: { description: 'Called off.' },
  },
});

@ObjectType('PhaseExtension', { description: 'A phase closes later than it was to.' })
export class PhaseExtensionType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'When it was to close before.' })
  closedAt!: Date;

  @Field({ description: 'When it closes instead.' })
  closesAt!: Date;

  @Field({ description: 'Why.' })
  reason!: string;

  @Field({ description: 'When that was decided.' })
  createdAt!: Date;

  @Field(() => PersonType, { description: 'Who decided it.' })
  by!: PersonType;
}

@ObjectType('CampaignPhase', { description: 'A time in which something is done: open from its first instant on, and no longer at its last.' })
export class PhaseType {
  @Field(() => PhaseKindEnum, { description: 'What is done.' })
  kind!: PhaseKind;

  @Field({ description: 'When it opens.' })
  opensAt!: Date;

  @Field({ description: 'When it closes.' })
  closesAt!: Date;

  @Field({ description: 'When it opens by the clock of the campaign: `2026-10-19T09:00`.' })
  opens!: string;

  @Field({ description: 'When it closes by the clock of the campaign.' })
  closes!: string;

  @Field(() => [PhaseExtensionType], { description: 'How it was extended, oldest first.' })
  extensions!: PhaseExtensionType[];
}

@InputType({ description: 'A phase to plan.' })
export class PhaseInput {
  @Field(() => PhaseKindEnum, { description: 'What is done.' })
  kind!: PhaseKind;

  @Field({ description: 'When it opens, a local time of the campaign’s zone: `2026-10-19T09:00`. One that comes twice is the first. Errors: PHASE_TIME_INVALID.' })
  opens!: string;

  @Field({ description: 'When it closes, likewise. Errors: PHASE_TIME_INVALID.' })
  closes!: string;
}
