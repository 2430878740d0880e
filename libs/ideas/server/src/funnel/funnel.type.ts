import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('DepartmentParticipation', { description: 'How many of a department took part.' })
export class DepartmentParticipationType {
  @Field({ description: 'Its name.' })
  department!: string;

  @Field(() => Int, { description: 'How many of those who work there the campaign is for.' })
  headcount!: number;

  @Field(() => Int, { description: 'How many of them took part; 8 at least, and 8 at least did not.' })
  tookPart!: number;
}

@ObjectType('OtherParticipation', { description: 'How many of all departments that are not shown took part.' })
export class OtherParticipationType {
  @Field(() => Int, { description: 'How many of those who work there the campaign is for.' })
  headcount!: number;

  @Field(() => Int, { description: 'How many of them took part.' })
  tookPart!: number;
}

@ObjectType('CampaignParticipation', {
  description: 'Who took part, as figures that tell nothing of fewer than 8 people of a department, nor let it be computed. Took part: made an idea that was submitted, commented, supported, or voted.',
})
export class CampaignParticipationType {
  @Field(() => Int, { nullable: true, description: 'How many took part; null: fewer than 8, or all but fewer than 8.' })
  tookPart!: number | null;

  @Field(() => Int, { description: 'How many of those who work here the campaign is for.' })
  headcount!: number;

  @Field(() => [DepartmentParticipationType], { description: 'Departments that may be shown, the most who took part first.' })
  departments!: DepartmentParticipationType[];

  @Field(() => OtherParticipationType, { nullable: true, description: 'All others together; null: there are none, or nothing may be told of them.' })
  others!: OtherParticipationType | null;
}

@ObjectType('CampaignFigures', { description: 'What became of a campaign.' })
export class CampaignFiguresType {
  @Field(() => Int, { description: 'Ideas that were submitted and not taken back.' })
  submitted!: number;

  @Field(() => Int, { description: 'Of these, those that were answered, merged, or put away with a reason.' })
  answered!: number;

  @Field(() => Int, { description: 'Of these, those that were selected.' })
  selected!: number;

  @Field(() => Int, { description: 'Of these, those of which a project was made.' })
  carriedOut!: number;

  @Field(() => Int, { description: 'Of these, those that were delivered.' })
  delivered!: number;

  @Field(() => Int, { description: 'Of these, those whose benefit was measured.' })
  measured!: number;

  @Field(() => Int, { description: 'Ideas whose authors are of two departments at least.' })
  acrossDepartments!: number;

  @Field(() => Float, { nullable: true, description: 'Hours from its submission to the first answer to an idea, the median; null: none was answered.' })
  hoursToAnswer!: number | null;

  @Field(() => Float, { nullable: true, description: 'Hours from its submission to the decision about an idea (any answer but LATER), the median; null: nothing was decided.' })
  hoursToDecision!: number | null;

  @Field(() => CampaignParticipationType, { description: 'Who took part.' })
  participation!: CampaignParticipationType;

  @Field(() => Int, { nullable: true, description: 'How many took part in a campaign for the first time; null: fewer than 8, or all but fewer than 8.' })
  newContributors!: number | null;
}
