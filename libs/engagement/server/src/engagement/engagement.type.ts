import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DateType } from '../period/date.scalar.ts';

@ObjectType('DepartmentMatrix', { description: 'Ties between departments, of which at most 24 are told, the largest; those whose figures could tell of too few people are not among them.' })
export class DepartmentMatrixType {
  @Field(() => [String], { description: 'Names of departments, each without those below it.' })
  departments!: string[];

  @Field(() => [[Int]], { description: 'Ties, by the department that gives, then by the one that receives, in the order of `departments`.' })
  ties!: number[][];
}

@ObjectType('DepartmentCrossing', {
  description:
    'How far people address each other across departments. A tie is an ordered pair: in the period, the one commented on, answered, reacted to, mentioned or thanked the other, at least once; people are counted in the department where they were on the first day of the period on which they did. Ties of people without a department count as ties of the company alone. Of a department, only ties with departments that may be told of are counted.',
})
export class DepartmentCrossingType {
  @Field(() => Int, { description: 'Ordered pairs of people, of whom the one belongs to the group and addressed the other, in the group or not.' })
  ties!: number;

  @Field(() => Float, { nullable: true, description: 'E-I index (Krackhardt and Stern, 1988): (external − internal) / (external + internal), from −1, all within departments, to 1, all across; 4 decimals. Null without ties.' })
  eiIndex!: number | null;

  @Field(() => Float, { nullable: true, description: 'The E-I index if everybody addressed anybody with equal chance: 1 − 2 Σ n (N_c − 1) / (n (N − 1)) over the departments of the group; 4 decimals. Null for fewer than two people.' })
  eiExpected!: number | null;

  @Field(() => Float, { nullable: true, description: 'Directed modularity of the departments, Σ (e_cc / m − k_out · k_in / m²) with m all ties between people of departments; for a department, its part of the sum; 4 decimals. Null without ties.' })
  modularity!: number | null;

  /** Counted when it is asked for. */
  readMatrix!: () => DepartmentMatrixType | null;

  @Field(() => Float, { nullable: true, description: 'Share of the ties whose reverse exists in the period, 0 to 1, 4 decimals; of the whole company alone. Null without ties.' })
  reciprocity!: number | null;
}

@ObjectType('Engagement', { description: 'How a group of people uses the network over a period: never about fewer people than the minimum, nor so that one could subtract one answer from another.' })
export class EngagementType {
  @Field(() => DateType, { description: 'The first day, in UTC.' })
  from!: string;

  @Field(() => DateType, { description: 'The last day, in UTC.' })
  to!: string;

  @Field(() => Int, { description: 'No figure is about fewer people than this.' })
  minGroup!: number;

  @Field(() => [String], { description: 'Departments that may be asked for in this period, by name; the figures of the others could tell of too few people.' })
  departments!: string[];

  @Field(() => Int, { nullable: true, description: 'Eligible people of the group on the last day: in the directory, hired and not gone, not on a leave of 30 days or more. Null: too few of them, on some day of the period, to be told of.' })
  people!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many of those asked for the answer leaves out, since they are too few to be told apart from others. Null as `people`.' })
  leftOut!: number | null;

  @Field(() => DepartmentCrossingType, { nullable: true, description: 'Null as `people`.' })
  crossing!: DepartmentCrossingType | null;
}
