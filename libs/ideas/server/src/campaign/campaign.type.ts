import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BannerPatternEnum, BannerToneEnum, CommunityType, type BannerPattern, type BannerTone } from '@parvis/communities/server';
import { RichText, type RichTextDocument } from '@parvis/conversations/server';
import { countedConnectionType } from '@parvis/platform/server';
import { PhaseInput } from '../phase/phase.type.ts';
import type { CampaignCommand, CampaignRole } from './campaign.policy.ts';
import type { CampaignPeriod } from './campaign.query.ts';
import type { CampaignLack } from './campaign-readiness.ts';

export const CampaignPeriodEnum = { CURRENT: 'current', PAST: 'past', DRAFTS: 'drafts' } as const satisfies Record<string, CampaignPeriod>;
export const CampaignRoleEnum = { OWNER: 'owner', SPONSOR: 'sponsor', MODERATOR: 'moderator', JUROR: 'juror' } as const satisfies Record<string, CampaignRole>;
export const CampaignCommandEnum = {
  PREPARE: 'prepare', COMMIT: 'commit', PUBLISH: 'publish', TELL: 'tell', APPOINT: 'appoint', EXTEND: 'extend', MODERATE: 'moderate', MERGE: 'merge', SCORE: 'score', DECLINE: 'decline', ANSWER: 'answer',
  CARRY_OUT: 'carry-out', MEASURE: 'measure', EXPORT: 'export', IMPORT: 'import', CLOSE: 'close', CANCEL: 'cancel',
} as const satisfies Record<string, CampaignCommand>;

export const CampaignLackEnum = { SPONSOR: 'sponsorId', COMMITMENT: 'commitment', PHASES: 'phases', ANSWERS_DUE_ON: 'answersDueOn', VOTE: 'vote' } as const satisfies Record<string, CampaignLack>;

registerEnumType(CampaignLackEnum, {
  name: 'CampaignLack',
  description: 'What a draft lacks before it can be published.',
  valuesMap: {
    SPONSOR: { description: 'An executive who sponsors it.' },
    COMMITMENT: { description: 'What the sponsor signs.' },
    PHASES: { description: 'Phases, one after the other, of which the first is still to close.' },
    ANSWERS_DUE_ON: { description: 'The last day for answers, not before the first phase closes.' },
    VOTE: { description: 'A phase to vote in, for what is to be voted on.' },
  },
});
registerEnumType(CampaignCommandEnum, {
  name: 'CampaignCommand',
  description: 'What is done to a campaign by those who have a role in it.',
  valuesMap: {
    PREPARE: { description: 'Change what it says.' },
    COMMIT: { description: 'Sign what will happen with the result.' },
    PUBLISH: { description: 'Show it to those whom it is for.' },
    TELL: { description: 'Tell news, answer frequent questions.' },
    APPOINT: { description: 'Name who helps to run it and who judges.' },
    EXTEND: { description: 'Let a phase close later.' },
    MODERATE: { description: 'Put ideas away that have no place in it, with a reason.' },
    MERGE: { description: 'Propose that two ideas become one, and ask for ideas of the idea box.' },
    SCORE: { description: 'Judge ideas.' },
    DECLINE: { description: 'Give a place on the jury back.' },
    ANSWER: { description: 'Answer ideas.' },
    CARRY_OUT: { description: 'Make projects of selected ideas.' },
    MEASURE: { description: 'Say what a project has brought.' },
    EXPORT: { description: 'Take its ideas, votes and results out.' },
    IMPORT: { description: 'Bring ideas in from a file.' },
    CLOSE: { description: 'Close it, every idea answered.' },
    CANCEL: { description: 'Call it off.' },
  },
});
registerEnumType(CampaignPeriodEnum, {
  name: 'CampaignPeriod',
  description: 'Which campaigns to list.',
  valuesMap: {
    CURRENT: { description: 'Published and not closed.' },
    PAST: { description: 'Closed or cancelled.' },
    DRAFTS: { description: 'Those that the viewer helps to prepare.' },
  },
});
registerEnumType(CampaignRoleEnum, {
  name: 'CampaignRole',
  description: 'What somebody is in a campaign.',
  valuesMap: {
    OWNER: { description: 'Runs it.' },
    SPONSOR: { description: 'The executive who commits to what happens with the result.' },
    MODERATOR: { description: 'Helps to run it: keeps ideas in order, tells news.' },
    JUROR: { description: 'Judges ideas.' },
  },
});

@ObjectType('Criterion', { description: 'What ideas are judged by.' })
export class CriterionType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'At most 80 characters.' })
  label!: string;

  @Field(() => Int, { description: 'From 1 to 10.' })
  weight!: number;
}

@ObjectType('CampaignAudience', { description: 'Whom a campaign is for.' })
export class CampaignAudienceType {
  @Field({ description: 'Whether it is for the whole company; the lists are empty then.' })
  everyone!: boolean;

  @Field(() => [String], { description: 'Names of departments.' })
  departments!: string[];

  @Field(() => [CommunityType], { description: 'Communities, those that the viewer may know of.' })
  communities!: CommunityType[];
}

@ObjectType('Campaign', { description: 'A question that a sponsor puts to colleagues, with phases from gathering ideas to a measured result; seen by those whom it is for.' })
export class CampaignType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'At most 200 characters.' })
  question!: string;

  @Field(() => RichText, { description: 'Why it is asked; may be blank.' })
  context!: RichTextDocument;

  @Field({ description: 'How it goes; plain text, may be empty.' })
  rules!: string;

  @Field(() => [CriterionType], { description: 'What ideas are judged by.' })
  criteria!: CriterionType[];

  @Field({ description: 'What there is to carry ideas out, in words; may be empty.' })
  resources!: string;

  @Field(() => Int, { nullable: true, description: 'In whole euros; null: not told.' })
  budget!: number | null;

  @Field(() => String, { nullable: true, description: 'Without #; null: none.' })
  hashtag!: string | null;

  @Field({ description: 'IANA name: the clock by which its phases are told.' })
  timeZone!: string;

  @Field(() => Int, { description: 'Grows with each change, and when a phase is extended.' })
  version!: number;

  @Field({ description: 'What the sponsor promises will happen with the result. It binds as long as `committedAt` is set: another question undoes the signature and leaves the words. Empty as long as this sponsor has signed nothing.' })
  commitment!: string;

  @Field(() => String, { nullable: true, description: 'By which day (YYYY-MM-DD).' })
  commitmentDueOn!: string | null;

  @Field(() => Date, { nullable: true, description: 'When the sponsor signed; null: not yet, or another question has undone it.' })
  committedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The last day for an answer to every idea (YYYY-MM-DD).' })
  answersDueOn!: string | null;

  @Field(() => Date, { nullable: true, description: 'Null: a draft.' })
  publishedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was closed, every idea answered; null: not yet.' })
  closedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was called off; null: it was not.' })
  cancelledAt!: Date | null;

  @Field({ description: 'Why it was called off; empty when it was not.' })
  cancellationReason!: string;
}

@ObjectType('CampaignConnection', { description: 'A page of campaigns.' })
export class CampaignConnection extends countedConnectionType('Campaign', () => CampaignType) {}

@InputType({ description: 'What ideas are judged by.' })
export class CriterionInput {
  @Field(() => ID, { nullable: true, description: 'UUID of a criterion that there is; left out for a new one. Errors: ID_INVALID.' })
  id?: string | null;

  @Field({ description: 'At most 80 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  label!: string;

  @Field(() => Int, { description: 'From 1 to 10. Errors: CAMPAIGN_CRITERIA_INVALID.' })
  weight!: number;
}

@InputType({ description: 'What is drawn above a campaign.' })
export class CampaignBannerInput {
  @Field(() => BannerPatternEnum, { description: 'What is drawn.' })
  pattern!: BannerPattern;

  @Field(() => BannerToneEnum, { description: 'In which colour.' })
  tone!: BannerTone;
}

@InputType({ description: 'Whom a campaign is for: for the whole company when both lists are empty; at most 100 in all.' })
export class CampaignAudienceInput {
  @Field(() => [String], { defaultValue: [], description: 'Names of departments. Errors: CAMPAIGN_AUDIENCE_INVALID.' })
  departments!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'UUIDs of communities that the viewer may read. Errors: ID_INVALID, CAMPAIGN_AUDIENCE_INVALID.' })
  communityIds!: string[];
}

@InputType({ description: 'What a campaign is to be.' })
class CampaignPlanInput {
  @Field({ description: 'At most 200 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  question!: string;

  @Field(() => RichText, { description: 'Why it is asked; may be blank. Errors: RICH_TEXT_NOT_ALLOWED, TEXT_TOO_LONG.' })
  context!: RichTextDocument;

  @Field({ defaultValue: '', description: 'How it goes; at most 5,000 characters. Errors: TEXT_TOO_LONG.' })
  rules!: string;

  @Field(() => [CriterionInput], { defaultValue: [], description: 'At most 10, each label once. Errors: TOO_MANY_ITEMS, CAMPAIGN_CRITERIA_INVALID.' })
  criteria!: CriterionInput[];

  @Field({ defaultValue: '', description: 'What there is to carry ideas out; at most 5,000 characters. Errors: TEXT_TOO_LONG.' })
  resources!: string;

  @Field(() => Float, { nullable: true, description: 'In whole euros. Errors: CAMPAIGN_AMOUNT_INVALID.' })
  budget?: number | null;

  @Field({ defaultValue: '', description: 'With or without #. Errors: CAMPAIGN_HASHTAG_INVALID.' })
  hashtag!: string;

  @Field(() => CampaignBannerInput, { description: 'What is drawn above it.' })
  banner!: CampaignBannerInput;

  @Field(() => ID, { nullable: true, description: 'UUID of an executive who works here and is not on the jury. Errors: ID_INVALID, CAMPAIGN_SPONSOR_INVALID, JUROR_INVALID.' })
  sponsorId?: string | null;

  @Field(() => CampaignAudienceInput, { description: 'Whom it is for.' })
  audience!: CampaignAudienceInput;

  @Field({ description: 'IANA name, such as Europe/Paris. Errors: TIME_ZONE_UNKNOWN.' })
  timeZone!: string;

  @Field(() => [PhaseInput], { defaultValue: [], description: 'In any order; each kind at most once, one after the other. Errors: PHASE_TIME_INVALID, PHASES_INVALID.' })
  phases!: PhaseInput[];

  @Field(() => String, { nullable: true, description: 'The last day for an answer to every idea (YYYY-MM-DD). Errors: CAMPAIGN_DAY_INVALID.' })
  answersDueOn?: string | null;
}

@InputType({ description: 'A campaign to prepare.' })
export class DraftCampaignInput extends CampaignPlanInput {
  @Field(() => ID, { description: 'UUID made by the client once per campaign; the same again returns what the first call drafted. Errors: ID_INVALID.' })
  key!: string;
}

@InputType({ description: 'A campaign as it is to be from now on.' })
export class ChangeCampaignInput extends CampaignPlanInput {
  @Field(() => ID, { description: 'UUID. Errors: ID_INVALID, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_FIXED.' })
  id!: string;

  @Field(() => Int, { description: 'The version that the change starts from. Errors: CAMPAIGN_CHANGED with `version`, the newest one.' })
  version!: number;
}
