import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RichText, type RichTextDocument } from '@parvis/conversations/server';
import { PersonType } from '@parvis/identity/server';
import { countedConnectionType } from '@parvis/platform/server';
import type { Effort, IdeaState } from './idea.entity.ts';
import type { IdeaOrder } from './idea.query.ts';

export const IdeaStateEnum = { DRAFT: 'draft', SUBMITTED: 'submitted', WITHDRAWN: 'withdrawn', ARCHIVED: 'archived', MERGED: 'merged' } as const satisfies Record<string, IdeaState>;
export const EffortEnum = { DAYS: 'days', WEEKS: 'weeks', MONTHS: 'months', LONGER: 'longer' } as const satisfies Record<string, Effort>;
export const IdeaOrderEnum = { SHUFFLED: 'shuffled', NEWEST: 'newest', SUPPORTED: 'supported' } as const satisfies Record<string, IdeaOrder>;

registerEnumType(IdeaStateEnum, {
  name: 'IdeaState',
  description: 'Where an idea stands.',
  valuesMap: {
    DRAFT: { description: 'Its authors alone see it.' },
    SUBMITTED: { description: 'Seen by whoever sees the campaign.' },
    WITHDRAWN: { description: 'Taken back by its authors, who alone see it.' },
    ARCHIVED: { description: 'Put away by who runs the campaign, with a reason; it stays to be read.' },
    MERGED: { description: 'Lives on in another.' },
  },
});
registerEnumType(EffortEnum, {
  name: 'Effort',
  description: 'What an idea would take, by one person.',
  valuesMap: { DAYS: { description: 'Some days.' }, WEEKS: { description: 'Some weeks.' }, MONTHS: { description: 'Some months.' }, LONGER: { description: 'A year or more.' } },
});
registerEnumType(IdeaOrderEnum, {
  name: 'IdeaOrder',
  description: 'The order of a list of ideas.',
  valuesMap: {
    SHUFFLED: { description: 'By chance, the same for the viewer all day long, so that the first ideas are not read more than others.' },
    NEWEST: { description: 'The latest first.' },
    SUPPORTED: { description: 'The most supported first.' },
  },
});

@ObjectType('Idea', { description: 'What somebody proposes, in a campaign or in the idea box.' })
export class IdeaType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => IdeaStateEnum, { description: 'Where it stands.' })
  state!: IdeaState;

  @Field({ description: 'At most 150 characters.' })
  title!: string;

  @Field({ description: 'What is wrong or missing; plain text.' })
  problem!: string;

  @Field(() => RichText, { description: 'What is to be done about it.' })
  proposal!: RichTextDocument;

  @Field({ description: 'The proposal without its form, for lists.' })
  proposalText!: string;

  @Field({ description: 'What it would bring, in words; may be empty.' })
  benefit!: string;

  @Field(() => Int, { nullable: true, description: 'What it would bring, as a figure in `benefitUnit`; null: not told.' })
  benefitAmount!: number | null;

  @Field({ description: 'Such as « hours a month »; may be empty.' })
  benefitUnit!: string;

  @Field(() => Int, { nullable: true, description: 'What it would cost, in whole euros; null: not told.' })
  cost!: number | null;

  @Field(() => EffortEnum, { nullable: true, description: 'What it would take, by one person; null: not told.' })
  effort!: Effort | null;

  @Field(() => [String], { description: 'Short words, without #.' })
  tags!: string[];

  @Field(() => [String], { description: 'Whom or what its authors look for.' })
  lookingFor!: string[];

  @Field(() => Int, { description: 'Give it with a change.' })
  version!: number;

  @Field(() => Int, { description: 'How many people support it.' })
  supportCount!: number;

  @Field({ description: 'When it was begun.' })
  createdAt!: Date;

  @Field({ description: 'When it was last changed.' })
  updatedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was submitted; null: not yet.' })
  submittedAt!: Date | null;

  @Field({ description: 'Why it was put away; empty when it was not.' })
  archiveReason!: string;
}

@ObjectType('IdeaAuthor', { description: 'Somebody who makes an idea.' })
export class IdeaAuthorType {
  @Field(() => PersonType, { description: 'Who.' })
  person!: PersonType;

  @Field({ description: 'What they bring to it, in their words; may be empty.' })
  contribution!: string;
}

@ObjectType('IdeaConnection', { description: 'A page of ideas.' })
export class IdeaConnection extends countedConnectionType('Idea', () => IdeaType) {}

@InputType({ description: 'What an idea says.' })
export class IdeaWordsInput {
  @Field({ description: 'At most 150 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  title!: string;

  @Field({ defaultValue: '', description: 'What is wrong or missing; at most 5,000 characters; needed when it is submitted. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  problem!: string;

  @Field(() => RichText, { description: 'What is to be done; needed when it is submitted. Errors: RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  proposal!: RichTextDocument;

  @Field({ defaultValue: '', description: 'What it would bring; at most 5,000 characters. Errors: TEXT_TOO_LONG.' })
  benefit!: string;

  @Field(() => Float, { nullable: true, description: 'As a whole number in `benefitUnit`, negative for less of something. Errors: CAMPAIGN_AMOUNT_INVALID.' })
  benefitAmount?: number | null;

  @Field({ defaultValue: '', description: 'At most 40 characters. Errors: TEXT_TOO_LONG.' })
  benefitUnit!: string;

  @Field(() => Float, { nullable: true, description: 'In whole euros. Errors: CAMPAIGN_AMOUNT_INVALID.' })
  cost?: number | null;

  @Field(() => EffortEnum, { nullable: true, description: 'By one person.' })
  effort?: Effort | null;

  @Field(() => [String], { defaultValue: [], description: 'At most 10 of 40 characters. Errors: TEXT_TOO_LONG, TOO_MANY_ITEMS.' })
  tags!: string[];

  @Field(() => [String], { defaultValue: [], description: 'At most 5 of 60 characters. Errors: TEXT_TOO_LONG, TOO_MANY_ITEMS.' })
  lookingFor!: string[];
}

@InputType({ description: 'An idea to begin.' })
export class DraftIdeaInput {
  @Field(() => ID, { description: 'UUID made by the client once per idea; the same again returns what the first call made. Errors: ID_INVALID.' })
  key!: string;

  @Field(() => ID, { nullable: true, description: 'In which campaign; in the idea box when left out. Errors: ID_INVALID, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_NOW.' })
  campaignId?: string | null;

  @Field(() => IdeaWordsInput, { description: 'What it says.' })
  words!: IdeaWordsInput;

  @Field(() => [ID], { nullable: true, description: 'UUIDs of the viewer’s own files, at most 10, in the order in which they are shown. Errors: ID_INVALID, TOO_MANY_ITEMS, FILE_NOT_FOUND.' })
  attachmentIds?: string[] | null;
}

@InputType({ description: 'A change of an idea.' })
export class EditIdeaInput {
  @Field(() => ID, { description: 'UUID. Errors: ID_INVALID, IDEA_NOT_FOUND, IDEA_NOT_YOURS, IDEA_NOT_NOW.' })
  id!: string;

  @Field(() => Int, { description: 'The version that the change starts from. Errors: IDEA_CHANGED with `version`, the newest one.' })
  version!: number;

  @Field(() => IdeaWordsInput, { description: 'What it says from now on.' })
  words!: IdeaWordsInput;

  @Field(() => [ID], { nullable: true, description: 'The files from now on, in order: those that it has, or the viewer’s own. Left out, they stay. Errors: ID_INVALID, TOO_MANY_ITEMS, FILE_NOT_FOUND.' })
  attachmentIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What has changed, in a few words; at most 200 characters. Errors: TEXT_TOO_LONG.' })
  note?: string | null;
}
