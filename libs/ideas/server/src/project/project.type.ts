import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RichText, type RichTextDocument } from '@parvis/conversations/server';
import { connectionType } from '@parvis/platform/server';
import type { BoardColumn } from './board-column.ts';

export const BoardColumnEnum = {
  IDEA: 'idea', ASSESSED: 'assessed', SELECTED: 'selected', UNDER_WAY: 'under-way', DELIVERED: 'delivered', MEASURED: 'measured',
} as const satisfies Record<string, BoardColumn>;

registerEnumType(BoardColumnEnum, {
  name: 'BoardColumn',
  description: 'How far an idea has come.',
  valuesMap: {
    IDEA: { description: 'Submitted.' },
    ASSESSED: { description: 'Answered, or judged by a jury that is done, and not selected.' },
    SELECTED: { description: 'To be carried out.' },
    UNDER_WAY: { description: 'A project was begun.' },
    DELIVERED: { description: 'The project has delivered.' },
    MEASURED: { description: 'What it has brought was measured.' },
  },
});

@ObjectType('ProjectMilestone', { description: 'A step of a project.' })
export class ProjectMilestoneType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'At most 150 characters.' })
  title!: string;

  @Field({ description: 'The day by which it is to be done (YYYY-MM-DD), by the clock of the campaign.' })
  dueOn!: string;

  @Field({ description: 'The day that was promised first; the same as `dueOn` unless it was put off.' })
  firstDueOn!: string;

  @Field(() => String, { nullable: true, description: 'The day on which it was done; null: not yet.' })
  doneOn!: string | null;

  @Field({ description: 'Whether its day is over and it is not done, in a project that has not delivered.' })
  isLate!: boolean;
}

@ObjectType('ProjectUpdate', { description: 'What those who carry an idea out, or made it, tell of it.' })
export class ProjectUpdateType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => RichText, { description: 'What it says.' })
  body!: RichTextDocument;

  @Field(() => Int, { description: 'How far the project was then, in per cent.' })
  percentage!: number;

  @Field({ description: 'When it was told.' })
  createdAt!: Date;
}

@ObjectType('Project', { description: 'A selected idea that is carried out; seen by whoever sees the idea.' })
export class ProjectType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'The day by which it is to be delivered (YYYY-MM-DD), by the clock of the campaign.' })
  endsOn!: string;

  @Field({ description: 'The day that was promised first; the same as `endsOn` unless it was put off.' })
  firstEndsOn!: string;

  @Field(() => Int, { description: 'How far it is, in per cent.' })
  percentage!: number;

  @Field(() => Int, { nullable: true, description: 'What the idea promised when the project was begun, in `unit`; null: no figure.' })
  expectedAmount!: number | null;

  @Field({ description: 'Of `expectedAmount` and `measuredAmount`; may be empty.' })
  unit!: string;

  @Field(() => Int, { description: 'Give it with a change.' })
  version!: number;

  @Field({ description: 'When it was begun.' })
  begunAt!: Date;

  @Field(() => RichText, { nullable: true, description: 'What was delivered; null: nothing yet.' })
  result!: RichTextDocument | null;

  @Field(() => String, { nullable: true, description: 'The day on which it was delivered; null: not yet.' })
  deliveredOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'What it has brought, in `unit`; null: not measured yet.' })
  measuredAmount!: number | null;

  @Field({ description: 'How that was found; empty before.' })
  measuredHow!: string;

  @Field(() => Date, { nullable: true, description: 'When it was measured; null: not yet.' })
  measuredAt!: Date | null;
}

@ObjectType('ProjectUpdateConnection', { description: 'A page of what is told of a project.' })
export class ProjectUpdateConnection extends connectionType('ProjectUpdate', () => ProjectUpdateType) {}

@InputType({ description: 'A step of a project.' })
export class ProjectMilestoneInput {
  @Field(() => ID, { nullable: true, description: 'UUID of a step that there is; left out for a new one. Errors: ID_INVALID.' })
  id?: string | null;

  @Field({ description: 'At most 150 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  title!: string;

  @Field({ description: 'YYYY-MM-DD. Errors: CAMPAIGN_DAY_INVALID.' })
  dueOn!: string;

  @Field({ defaultValue: false, description: 'Whether it is done.' })
  isDone!: boolean;
}

@InputType({ description: 'How a project is to go.' })
class ProjectWordsInput {
  @Field(() => ID, { description: 'UUID of somebody who works here: who carries it out. Errors: ID_INVALID, PROJECT_OWNER_INVALID.' })
  ownerId!: string;

  @Field({ description: 'The day by which it is to be delivered (YYYY-MM-DD). Errors: CAMPAIGN_DAY_INVALID.' })
  endsOn!: string;

  @Field(() => [ProjectMilestoneInput], { defaultValue: [], description: 'Its steps in their order; at most 30. Errors: TOO_MANY_ITEMS.' })
  milestones!: ProjectMilestoneInput[];
}

@InputType({ description: 'A project to begin.' })
export class BeginProjectInput extends ProjectWordsInput {
  @Field(() => ID, { description: 'UUID made by the client once per project; the same again returns what the first call began. Errors: ID_INVALID.' })
  key!: string;

  @Field(() => ID, { description: 'UUID of the idea. Errors: ID_INVALID, IDEA_NOT_FOUND, IDEA_NOT_NOW, IDEA_NOT_SELECTED, PROJECT_EXISTS, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW.' })
  ideaId!: string;
}

@InputType({ description: 'The whole plan of a project as it is from now on.' })
export class PlanProjectInput extends ProjectWordsInput {
  @Field(() => ID, { description: 'UUID. Errors: ID_INVALID, PROJECT_NOT_FOUND, PROJECT_NOT_YOURS, PROJECT_DELIVERED, CAMPAIGN_NOT_NOW.' })
  id!: string;

  @Field(() => Int, { description: 'The version that the change starts from. Errors: PROJECT_CHANGED with `version`, the newest one.' })
  version!: number;

  @Field(() => Float, { description: 'How far it is, a whole number from 0 to 100. Errors: PROJECT_PERCENTAGE_INVALID.' })
  percentage!: number;
}

@InputType({ description: 'Something to tell of a project.' })
export class TellProjectInput {
  @Field(() => ID, { description: 'UUID made by the client once per update; the same again tells nothing twice. Errors: ID_INVALID.' })
  key!: string;

  @Field(() => ID, { description: 'UUID. Errors: ID_INVALID, PROJECT_NOT_FOUND, PROJECT_NOT_YOURS, CAMPAIGN_NOT_NOW.' })
  projectId!: string;

  @Field(() => RichText, { description: 'What it says. Errors: RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  body!: RichTextDocument;
}

@InputType({ description: 'What a project has delivered.' })
export class DeliverProjectInput {
  @Field(() => ID, { description: 'UUID. Errors: ID_INVALID, PROJECT_NOT_FOUND, PROJECT_NOT_YOURS, CAMPAIGN_NOT_NOW.' })
  id!: string;

  @Field(() => Int, { description: 'The version that it starts from. Errors: PROJECT_CHANGED with `version`, the newest one.' })
  version!: number;

  @Field(() => RichText, { description: 'What was delivered. Errors: RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  result!: RichTextDocument;

  @Field({ description: 'On which day (YYYY-MM-DD), not one to come by the clock of the campaign. Errors: CAMPAIGN_DAY_INVALID, PROJECT_DAY_TO_COME.' })
  deliveredOn!: string;
}

@InputType({ description: 'What a project has brought.' })
export class MeasureProjectInput {
  @Field(() => ID, { description: 'UUID. Errors: ID_INVALID, PROJECT_NOT_FOUND, PROJECT_NOT_DELIVERED, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW.' })
  id!: string;

  @Field(() => Int, { description: 'The version that it starts from. Errors: PROJECT_CHANGED with `version`, the newest one.' })
  version!: number;

  @Field(() => Float, { description: 'A whole number in the unit of what was expected, negative for less of something. Errors: CAMPAIGN_AMOUNT_INVALID.' })
  amount!: number;

  @Field({ description: 'How it was found; at most 2,000 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  how!: string;

  @Field({ defaultValue: '', description: 'Counts where no figure was expected, or one without a unit; else, and when left out, that of the project stays. At most 40 characters. Errors: TEXT_REQUIRED (there is none either way), TEXT_TOO_LONG.' })
  unit!: string;
}
