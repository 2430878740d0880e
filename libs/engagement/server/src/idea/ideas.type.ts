import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('IdeaDepartment', { description: 'How many people of a department make ideas.' })
export class IdeaDepartmentType {
  @Field({ description: 'Its name; without those below it.' })
  department!: string;

  @Field(() => Int, { description: 'Its eligible people: on some day of the period, each counted in the department where they first were.' })
  people!: number;

  @Field(() => Int, { description: 'People who made an idea that was submitted in the period, alone or with others, counted where they were when their first one was.' })
  authors!: number;

  @Field(() => Float, { nullable: true, description: 'Authors / people, at most 1, 4 decimals. Null when nobody is eligible.' })
  share!: number | null;
}

@ObjectType('IdeaFigures', {
  description:
    'What became, until today, of the ideas that were submitted in the period, be it years later; each counts where whoever began it was on that day. Withdrawn ideas do not count. Those that were put away or merged into another count as answered, and go no further.',
})
export class IdeaFiguresType {
  @Field(() => Int, { description: 'Ideas submitted.' })
  submitted!: number;

  @Field(() => Int, { description: 'Of them, those with a reasoned answer.' })
  answered!: number;

  @Field(() => Int, { description: 'Of them, those selected to be carried out.' })
  selected!: number;

  @Field(() => Int, { description: 'Of the selected ones, those delivered.' })
  delivered!: number;

  @Field(() => Int, { description: 'Of the delivered ones, those whose effect was measured.' })
  measured!: number;

  @Field(() => Float, { nullable: true, description: 'Delivered / selected, 0 to 1, 4 decimals. Null: none is selected.' })
  implementationRate!: number | null;

  @Field(() => Float, { nullable: true, description: 'Days between submission and the first reasoned answer: half of the answers came sooner; 1 decimal. Null: there is none.' })
  medianAnswerDays!: number | null;

  @Field(() => Int, { description: 'People who made one of these ideas, alone or with others.' })
  authors!: number;

  @Field(() => Float, { nullable: true, description: 'Authors / eligible people of the period, at most 1, 4 decimals. Null when nobody is eligible.' })
  authorShare!: number | null;

  @Field(() => [IdeaDepartmentType], { nullable: true, description: 'The largest departments, at most 24; those whose figures could tell of too few people are not among them. Null when a department, a place of work, a level or a seniority is asked for.' })
  departments!: IdeaDepartmentType[] | null;
}
