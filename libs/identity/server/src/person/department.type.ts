import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Department', { description: 'A department of the company and how many people of a set it counts.' })
export class DepartmentType {
  @Field({ description: 'As the company names it.' })
  name!: string;

  @Field(() => Int, { description: 'People of the set in question (the company, or a community) who work there.' })
  memberCount!: number;
}
