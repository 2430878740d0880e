import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CriterionType } from '../campaign/campaign.type.ts';
import { PersonType } from '@parvis/identity/server';
import { countedConnectionType } from '@parvis/platform/server';
import { IdeaType } from '../idea/idea.type.ts';
import type { Leaving } from './jury-member.entity.ts';
import type { Sheet, SheetFilter } from './jury-sheet.query.ts';

export const LeavingEnum = { DECLINED: 'declined', DISMISSED: 'dismissed' } as const satisfies Record<string, Leaving>;
export const SheetFilterEnum = { ALL: 'all', LEFT: 'left', SUBMITTED: 'submitted', CONFLICT: 'conflict' } as const satisfies Record<string, SheetFilter>;
export const ConflictKindEnum = { AUTHOR: 'author', DECLARED: 'declared' } as const satisfies Record<string, NonNullable<Sheet['conflictKind']>>;

registerEnumType(LeavingEnum, {
  name: 'JuryLeaving',
  description: 'How somebody left a jury.',
  valuesMap: { DECLINED: { description: 'They gave their place back.' }, DISMISSED: { description: 'The owner took them off the jury, with a reason.' } },
});
registerEnumType(SheetFilterEnum, {
  name: 'JurySheetFilter',
  description: 'Which ideas on the table of a juror.',
  valuesMap: {
    ALL: { description: 'All.' },
    LEFT: { description: 'Still to be judged.' },
    SUBMITTED: { description: 'Judged.' },
    CONFLICT: { description: 'Those that the juror does not judge.' },
  },
});
registerEnumType(ConflictKindEnum, {
  name: 'JuryConflictKind',
  description: 'Why a juror does not judge an idea.',
  valuesMap: { AUTHOR: { description: 'They make it.' }, DECLARED: { description: 'They have declared a conflict of interest.' } },
});

@ObjectType('JuryProgress', { description: 'How far a jury or a juror is.' })
export class JuryProgressType {
  @Field(() => Int, { description: 'How many judgements there are to be: ideas that are for a juror to judge, for each juror.' })
  expected!: number;

  @Field(() => Int, { description: 'How many of them are submitted.' })
  submitted!: number;

  @Field(() => Int, { description: 'How many ideas are not judged for a conflict of interest, for each juror.' })
  conflicts!: number;
}

@ObjectType('JuryMember', { description: 'Somebody who was called to a jury.' })
export class JuryMemberType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'UUID of the draw that called them; null: they were named by the owner.' })
  drawId!: string | null;

  @Field(() => Int, { nullable: true, description: 'Where their lot came among all candidates of the draw, from 1.' })
  place!: number | null;

  @Field({ description: 'When they were called.' })
  calledAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When they left; null: they serve.' })
  leftAt!: Date | null;

  @Field(() => LeavingEnum, { nullable: true, description: 'How they left; null: they serve.' })
  leaving!: Leaving | null;

  @Field({ description: 'Why they were dismissed; empty when they were not.' })
  reason!: string;
}

@ObjectType('JuryDraw', { description: 'Members were drawn by lot: those candidates whose SHA-256 of `seed:id` comes first. All that it takes to draw the same again.' })
export class JuryDrawType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => Int, { description: 'How many seats it was for.' })
  seats!: number;

  @Field(() => Int, { nullable: true, description: 'At most so many of one department; null: as it came.' })
  perDepartment!: number | null;

  @Field({ description: 'Why it was drawn; may be empty for the first draw.' })
  reason!: string;

  @Field({ description: 'Made by the server by chance, as it drew.' })
  seed!: string;

  @Field(() => Int, { description: 'How many people stood for it.' })
  candidateCount!: number;

  @Field({ description: 'SHA-256 of the list of candidates (`candidates`), hexadecimal.' })
  digest!: string;

  @Field({ description: 'When.' })
  createdAt!: Date;
}

@ObjectType('JuryConflict', { description: 'A conflict of interest that a juror has declared.' })
export class JuryConflictType {
  @Field(() => PersonType, { description: 'Who.' })
  juror!: PersonType;

  @Field(() => IdeaType, { description: 'With which idea.' })
  idea!: IdeaType;

  @Field({ description: 'In their words; may be empty.' })
  words!: string;
}

@ObjectType('JuryScore', { description: 'A score by a criterion.' })
export class JuryScoreType {
  @Field(() => ID, { description: 'UUID of the criterion.' })
  criterionId!: string;

  @Field(() => Int, { description: 'From 0 to 10.' })
  score!: number;
}

@ObjectType('JurySheet', { description: 'What the viewer, a juror, makes of an idea; nobody else reads it.' })
export class JurySheetType {
  @Field({ description: 'Goes to the authors, and to everybody, unsigned, once the jury has judged.' })
  comment!: string;

  @Field({ description: 'For the viewer alone, for good.' })
  note!: string;

  @Field({ description: 'Whether it counts.' })
  isSubmitted!: boolean;

  @Field(() => Float, { nullable: true, description: 'The scores by the weight of their criteria, from 0 to 10; null as long as one is missing.' })
  total!: number | null;

  @Field(() => ConflictKindEnum, { nullable: true, description: 'Why the viewer does not judge it; null: they do.' })
  conflictKind!: Sheet['conflictKind'];

  @Field({ description: 'What the viewer said of their conflict of interest.' })
  conflict!: string;
}

@ObjectType('JurySheetConnection', { description: 'A page of a juror’s table.' })
export class JurySheetConnection extends countedConnectionType('JurySheet', () => JurySheetType) {}

@ObjectType('JurorScores', { description: 'What a juror gave an idea.' })
export class JurorScoresType {
  @Field(() => PersonType, { description: 'Who.' })
  juror!: PersonType;

  @Field(() => [JuryScoreType], { description: 'By criterion.' })
  scores!: JuryScoreType[];

  @Field(() => Float, { description: 'The scores by the weight of their criteria, from 0 to 10.' })
  total!: number;
}

@ObjectType('JuryRank', { description: 'What a jury makes of an idea.' })
export class JuryRankType {
  @Field(() => Int, { nullable: true, description: 'From 1; ideas that are as good share a place. Null: nobody has judged it.' })
  place!: number | null;

  @Field(() => Float, { nullable: true, description: 'The mean of the scores, as if all jurors were as severe: each score becomes M + S × (score − m) / s, with mean m and standard deviation s of all that its juror gave, M and S of all that all jurors gave; M where s is 0. Null: nobody has judged it.' })
  mean!: number | null;

  @Field(() => Float, { nullable: true, description: 'The mean of the scores as they were given, from 0 to 10; null likewise.' })
  rawMean!: number | null;

  @Field(() => Int, { description: 'How many jurors have judged it.' })
  jurorCount!: number;
}

@ObjectType('JuryRankConnection', { description: 'A page of a jury’s ranking.' })
export class JuryRankConnection extends countedConnectionType('JuryRank', () => JuryRankType) {}

@ObjectType('Jury', { description: 'Who judges the ideas of a campaign, how far they are, and what they say once their phase has closed.' })
export class JuryType {
  @Field(() => ID, { description: 'UUID of the campaign.' })
  id!: string;

  @Field(() => [CriterionType], { description: 'What it judges by; one without a label stands for the idea as a whole.' })
  criteria!: CriterionType[];
}

@InputType({ description: 'Members of a jury to draw by lot.' })
export class DrawJuryInput {
  @Field(() => ID, { description: 'UUID of the campaign. Errors: ID_INVALID, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, JURY_NONE, JURY_OVER.' })
  campaignId!: string;

  @Field(() => ID, { description: 'UUID made by the client once per draw; the same again draws nothing. Errors: ID_INVALID.' })
  key!: string;

  @Field(() => Int, { description: 'How many, from 1; a jury has 100 members at most. Errors: JURY_SEATS_INVALID, JURY_TOO_LARGE, JURY_NO_CANDIDATES.' })
  seats!: number;

  @Field(() => Int, { nullable: true, description: 'At most so many of one department. Errors: JURY_SEATS_INVALID.' })
  perDepartment?: number | null;

  @Field({ defaultValue: '', description: 'Why, for everybody to read; at most 500 characters; needed from the second draw on. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  reason!: string;
}

@InputType({ description: 'A score to keep.' })
export class JuryScoreInput {
  @Field(() => ID, { description: 'UUID of the criterion. Errors: SCORE_INVALID.' })
  criterionId!: string;

  @Field(() => Int, { nullable: true, description: 'From 0 to 10; null takes it back. Errors: SCORE_INVALID.' })
  score?: number | null;
}

@InputType({ description: 'What a juror makes of an idea: what is left out stays.' })
export class JudgeIdeaInput {
  @Field(() => ID, { description: 'UUID. Errors: ID_INVALID, IDEA_NOT_FOUND, IDEA_NOT_NOW, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, JUROR_CONFLICT.' })
  ideaId!: string;

  @Field(() => [JuryScoreInput], { nullable: true, description: 'Those that change.' })
  scores?: JuryScoreInput[] | null;

  @Field(() => String, { nullable: true, description: 'For the authors, once the jury has judged; at most 2,000 characters. Errors: TEXT_TOO_LONG.' })
  comment?: string | null;

  @Field(() => String, { nullable: true, description: 'For the juror alone; at most 2,000 characters. Errors: TEXT_TOO_LONG.' })
  note?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it counts from now on. Errors: SHEET_INCOMPLETE.' })
  isSubmitted?: boolean | null;
}
