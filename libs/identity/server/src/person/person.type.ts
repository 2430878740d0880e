import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Person', { description: 'Somebody of the company. Every signed-in person may see the directory.' })
export class PersonType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'The name to show.' })
  displayName!: string;

  @Field({ description: 'First name; empty when the company gave none.' })
  givenName!: string;

  @Field({ description: 'Family name.' })
  surname!: string;

  @Field(() => String, { nullable: true, description: 'Job title.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Department, as the company names it.' })
  department!: string | null;

  @Field(() => String, { nullable: true, description: 'Address at work.' })
  email!: string | null;
}
