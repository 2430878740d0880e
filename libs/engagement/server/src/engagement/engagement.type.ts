import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateType } from '../period/date.scalar.ts';
import type { Engagement } from './engagement.query.ts';

export const StandingLevelEnum = { EXECUTIVE: 'executive', MANAGER: 'manager', EMPLOYEE: 'employee' } as const;
registerEnumType(StandingLevelEnum, {
  name: 'StandingLevel',
  description: 'Where somebody stands in the hierarchy.',
  valuesMap: { EXECUTIVE: { description: 'Leads the company.' }, MANAGER: { description: 'Somebody reports to them.' }, EMPLOYEE: { description: 'Everybody else.' } },
});

export const SeniorityEnum = { FIRST_YEAR: 'first-year', ONE_TO_THREE: 'one-to-three', THREE_TO_TEN: 'three-to-ten', TEN_OR_MORE: 'ten-or-more' } as const;
registerEnumType(SeniorityEnum, {
  name: 'Seniority',
  description: 'Whole years since the day of hiring that the HR file tells.',
  valuesMap: {
    FIRST_YEAR: { description: 'Fewer than one.' },
    ONE_TO_THREE: { description: 'One or two.' },
    THREE_TO_TEN: { description: 'Three to nine.' },
    TEN_OR_MORE: { description: 'Ten or more.' },
  },
});

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
  readMatrix!: () => Promise<DepartmentMatrixType | null>;

  @Field(() => Float, { nullable: true, description: 'Share of the ties whose reverse exists in the period, 0 to 1, 4 decimals; of the whole company alone. Null without ties.' })
  reciprocity!: number | null;
}

@ObjectType('Adoption', { description: 'Who comes. A visit is a session opened by signing in, or something written or reacted to; it is kept by day, without an hour. People are counted where they were when they first came in the period.' })
export class AdoptionType {
  @Field(() => Int, { description: 'Eligible people: in the directory on some day of the period, hired and not gone, not on a leave of 30 days or more.' })
  eligible!: number;

  @Field(() => Int, { description: 'Of them, those who came at least once in the period.' })
  visitors!: number;

  @Field(() => Float, { nullable: true, description: 'Visitors / eligible, at most 1, 4 decimals. Null when nobody is eligible.' })
  share!: number | null;

  @Field(() => Int, { description: 'People who came from Monday to Friday in the last 7 days of the period.' })
  weeklyActive!: number;

  @Field(() => Int, { description: 'People who came from Monday to Friday in the last 30 days of the period.' })
  monthlyActive!: number;
}

@ObjectType('Participation', { description: 'Who writes, and how evenly. Written are posts, comments, ideas and versions of pages; reactions are not.' })
export class ParticipationType {
  @Field(() => Int, { description: 'People who wrote at least once in the period.' })
  contributors!: number;

  @Field(() => Float, { nullable: true, description: 'Contributors / visitors of the period, at most 1, 4 decimals. Null without visitors.' })
  share!: number | null;

  @Field(() => Int, { nullable: true, description: 'People who wrote in at least half of the weeks of the period. Null: fewer than four weeks, or days older than events are kept.' })
  regular!: number | null;

  @Field(() => Int, { description: 'How much was written.' })
  written!: number;

  @Field(() => Float, { nullable: true, description: 'Part of what was written that comes from the 1 % of eligible people who wrote most, 4 decimals. Null: they are fewer than the minimum, nothing was written, or days older than events are kept.' })
  topHundredth!: number | null;

  @Field(() => Float, { nullable: true, description: 'The same of the 10 % who wrote most.' })
  topTenth!: number | null;

  @Field(() => Float, { nullable: true, description: 'Gini coefficient of what eligible people wrote, those who wrote nothing included: from 0, all the same, to 1; 4 decimals. Null: nothing was written, or days older than events are kept.' })
  gini!: number | null;
}

@ObjectType('Rhythm', { description: 'When people write and react, by the clock of each.' })
export class RhythmType {
  @Field(() => [[Int]], { description: 'How often: seven weekdays from Monday, each with 24 hours from midnight.' })
  hours!: number[][];

  @Field(() => Float, { nullable: true, description: 'Share of it on days on which the person does not work, or before 8 or from 19 o’clock on, 0 to 1, 4 decimals. Null when nothing happened.' })
  outsideShare!: number | null;
}

@ObjectType('QuestionAnswers', { description: 'What became of the questions asked in the period, until today. Deleted questions and answers do not count.' })
export class QuestionAnswersType {
  @Field(() => Int, { description: 'Questions asked.' })
  asked!: number;

  @Field(() => Int, { description: 'Of them, those that somebody else has answered.' })
  answered!: number;

  @Field(() => Int, { description: 'Of them, those of which an answer is accepted.' })
  accepted!: number;

  @Field(() => Int, { nullable: true, description: 'Minutes until the first answer by somebody else: half of the answered questions had it sooner. Null without answers.' })
  medianMinutes!: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes: nine in ten of the answered questions had it by then. Null without answers.' })
  ninetiethMinutes!: number | null;
}

@ObjectType('ExecutiveExample', { description: 'What executives show by their own example, as a group.' })
export class ExecutiveExampleType {
  @Field(() => Int, { description: 'Executives on the last day.' })
  executives!: number;

  @Field(() => Int, { description: 'Executives who wrote in the last 30 days of the period, at most all of `executives`.' })
  contributors!: number;

  @Field(() => Int, { description: 'Posts, comments, ideas and versions of pages of executives in the period.' })
  written!: number;

  @Field(() => Float, { nullable: true, description: 'Share of what they wrote that replies to employees who are no executives, 0 to 1, 4 decimals. Null: they wrote nothing.' })
  replyShare!: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes between what an employee wrote and their reply, half came sooner. Null without replies.' })
  replyMedianMinutes!: number | null;

  @Field(() => Float, { nullable: true, description: 'Share of what they wrote that a delegate wrote for them, 0 to 1, 4 decimals. Null: they wrote nothing.' })
  delegatedShare!: number | null;

  @Field(() => Int, { description: 'Communities in which they wrote and which they do not animate.' })
  communities!: number;
}

@ObjectType('Engagement', { description: 'How a group of people uses the network over a period: never about fewer people than the minimum, nor so that one could subtract one answer from another.' })
export class EngagementType {
  /** Each figure is read when it is asked for. */
  told!: Engagement;

  @Field(() => DateType, { description: 'The first day, in UTC.' })
  from!: string;

  @Field(() => DateType, { description: 'The last day, in UTC.' })
  to!: string;

  @Field(() => Int, { description: 'No figure is about fewer people than this.' })
  minGroup!: number;

  @Field(() => Int, { nullable: true, description: 'Eligible people of the group on the last day: in the directory, hired and not gone, not on a leave of 30 days or more. Null: too few of them, on some day of the period, to be told of.' })
  people!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many of those asked for the answer leaves out, since they are too few to be told apart from others. Null as `people`.' })
  leftOut!: number | null;
}
