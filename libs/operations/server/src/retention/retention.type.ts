import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('RetentionTerm', { description: 'How long something is kept, and within which bounds IT may say otherwise.' })
export class RetentionTermType {
  @Field(() => ID, { description: 'Its name, such as `conversations.drafts`.' })
  id!: string;

  @Field(() => Int, { description: 'Days for which it is kept now.' })
  days!: number;

  @Field(() => Int, { description: 'Days for which it is kept where nobody said otherwise.' })
  standardDays!: number;

  @Field(() => Int, { description: 'The fewest days that may be said.' })
  leastDays!: number;

  @Field(() => Int, { description: 'The most days that may be said.' })
  mostDays!: number;
}

@ObjectType('RetentionAdministration', { description: 'How long things are kept, for IT.' })
export class RetentionAdministrationType {
  @Field(() => Int, { description: 'To be handed back with a change.' })
  revision!: number;

  @Field(() => [RetentionTermType], { description: 'What can be changed, by name.' })
  terms!: RetentionTermType[];
}

@InputType('ChangeRetentionInput', { description: 'How long something is kept from now on.' })
export class ChangeRetentionInput {
  @Field(() => ID, { description: 'Name of the term. Errors: RETENTION_TERM_NOT_FOUND.' })
  id!: string;

  @Field(() => Int, { description: 'Days, within the bounds of the term. Errors: RETENTION_DAYS_INVALID with `{least, most}`.' })
  days!: number;

  @Field({ description: 'The name of the term, typed by hand, where it is kept for less than now; else empty. Errors: RETENTION_NAME_DIFFERS.' })
  typedName!: string;

  @Field(() => Int, { description: 'Of what was shown. Errors: SETTING_CHANGED_MEANWHILE.' })
  revision!: number;
}
