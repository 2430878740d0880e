import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RichText, type RichTextDocument } from '@parvis/conversations/server';
import { PersonType } from '@parvis/identity/server';
import { CampaignType } from '../campaign/campaign.type.ts';
import type { Signatory } from './idea-answer.entity.ts';
import type { AnswerFilter, Outcome } from './outcome.ts';

export const OutcomeEnum = { SELECTED: 'selected', LATER: 'later', NO: 'no', MERGED: 'merged', EXISTS: 'exists' } as const satisfies Record<string, Outcome>;
export const AnswerFilterEnum = { ...OutcomeEnum, NONE: 'none' } as const satisfies Record<string, AnswerFilter>;
export const SignatoryEnum = { SPONSOR: 'sponsor', OWNER: 'owner' } as const satisfies Record<string, Signatory>;

const outcomeDescriptions = {
  SELECTED: { description: 'It is to be carried out.' },
  LATER: { description: 'Not now; it may be answered anew.' },
  NO: { description: 'It is not done.' },
  MERGED: { description: 'It is dealt with together with another.' },
  EXISTS: { description: 'There is such a thing already.' },
};

registerEnumType(OutcomeEnum, { name: 'IdeaOutcome', description: 'What becomes of an idea.', valuesMap: outcomeDescriptions });
registerEnumType(AnswerFilterEnum, {
  name: 'IdeaAnswerFilter',
  description: 'Which ideas to list by their answer.',
  valuesMap: { ...outcomeDescriptions, MERGED: { description: 'Dealt with together with another, or merged into it.' }, NONE: { description: 'Submitted, and without answer.' } },
});
registerEnumType(SignatoryEnum, {
  name: 'IdeaSignatory',
  description: 'In which role an answer is signed.',
  valuesMap: { SPONSOR: { description: 'The executive who committed to the result.' }, OWNER: { description: 'Who runs the campaign.' } },
});

@ObjectType('IdeaAnswer', { description: 'What became of an idea and why, signed by the sponsor or the owner of its campaign.' })
export class IdeaAnswerType {
  @Field(() => ID, { description: 'UUID of the idea: each has one answer.' })
  ideaId!: string;

  @Field(() => OutcomeEnum, { description: 'What becomes of it.' })
  outcome!: Outcome;

  @Field(() => RichText, { description: 'Why.' })
  reason!: RichTextDocument;

  @Field({ description: 'Where there is such a thing already: an address, or a path of Parvis (`/wiki/…`); empty when none is given.' })
  link!: string;

  @Field(() => SignatoryEnum, { description: 'In which role it is signed.' })
  signedAs!: Signatory;

  @Field(() => Int, { description: 'Give it with a change.' })
  version!: number;

  @Field({ description: 'When it was first given.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last changed; null when never.' })
  editedAt!: Date | null;
}

@ObjectType('IdeaAnswerRevision', { description: 'What an answer said before a change.' })
export class IdeaAnswerRevisionType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => OutcomeEnum, { description: 'What was to become of the idea.' })
  outcome!: Outcome;

  @Field(() => RichText, { description: 'Why, as it was said then.' })
  reason!: RichTextDocument;

  @Field(() => PersonType, { description: 'Who had signed it.' })
  author!: PersonType;

  @Field({ description: 'When it was replaced.' })
  replacedAt!: Date;
}

@ObjectType('WaitingAnswers', { description: 'Ideas of a campaign that wait for their answer.' })
export class WaitingAnswersType {
  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field({ description: 'Whether there are any although the last day for answers is over.' })
  isOverdue!: boolean;
}

@ObjectType('OverdueAnswers', { description: 'How many ideas of a campaign wait for an answer after the last day for it.' })
export class OverdueAnswersType {
  @Field(() => CampaignType, { nullable: true, description: 'Null when it is not for the viewer.' })
  campaign!: CampaignType | null;

  @Field({ description: 'The last day for answers (YYYY-MM-DD).' })
  answersDueOn!: string;

  @Field(() => Int, { description: 'How many ideas; nothing tells whose.' })
  count!: number;
}

@InputType({ description: 'What an answer says.' })
class AnswerWordsInput {
  @Field(() => ID, { description: 'UUID. Errors: ID_INVALID, IDEA_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, IDEA_NOT_NOW.' })
  ideaId!: string;

  @Field(() => OutcomeEnum, { description: 'What becomes of it.' })
  outcome!: Outcome;

  @Field(() => RichText, { description: 'Why. Errors: RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  reason!: RichTextDocument;

  @Field(() => String, { nullable: true, description: 'With EXISTS: where, an address or a path of Parvis; needed unless `otherIdeaId` is given. Errors: TEXT_TOO_LONG, ANSWER_LINK_INVALID.' })
  link?: string | null;

  @Field(() => ID, { nullable: true, description: 'UUID of another idea of the campaign; needed with MERGED, possible with EXISTS. Errors: ID_INVALID, ANSWER_LINK_INVALID.' })
  otherIdeaId?: string | null;
}

@InputType({ description: 'An answer to give.' })
export class AnswerIdeaInput extends AnswerWordsInput {
  @Field(() => ID, { description: 'UUID made by the client once per answer; the same again changes nothing. Errors: ID_INVALID.' })
  key!: string;
}

@InputType({ description: 'A change of an answer.' })
export class ChangeIdeaAnswerInput extends AnswerWordsInput {
  @Field(() => Int, { description: 'The version that the change starts from. Errors: ANSWER_CHANGED with `version`, the newest one.' })
  version!: number;
}
