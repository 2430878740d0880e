import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionType } from '@parvis/platform/server';
import { RichText } from '../rich-text/rich-text.scalar.ts';
import type { RichTextDocument } from '../rich-text/rich-text.ts';
import { maxDraftKb, maxSubjectLength } from './draft-content.ts';
import { draftsKeptDays, maxDrafts, type DraftOutcome } from './draft.service.ts';
import { JsonObjectType, type JsonObject } from './json-object.scalar.ts';

const subjectForm = `What is written: post.home, comment.<id>; words of small letters parted by dots, at most ${maxSubjectLength} characters. Errors: DRAFT_SUBJECT_INVALID.`;

@ObjectType('DraftAbout', { description: 'What a draft is about, as far as its writer may see it today.' })
export class DraftAboutType {
  @Field(() => String, { nullable: true, description: 'Its name or first words; null when it has none.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Whose words are answered or changed; null when nobody’s.' })
  personName!: string | null;

  @Field({ description: 'The address within Parvis where writing goes on: /posts/<id>.' })
  path!: string;
}

@ObjectType('Draft', { description: `What the viewer is writing, or has finished; nobody else sees it. Kept for ${draftsKeptDays} days after the last change, unless IT said otherwise.` })
export class DraftType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'What is written: post.home, comment.<id>.' })
  subject!: string;

  @Field(() => ID, { description: 'UUID of the last save.' })
  version!: string;

  @Field(() => [ID], { description: 'Of the saves before it, the newest last; the last 20.' })
  earlierVersions!: string[];

  @Field({ description: 'Whether it was published or thrown away: its words are gone.' })
  isFinished!: boolean;

  @Field(() => ID, { description: 'The key under which it will be published.' })
  key!: string;

  @Field(() => RichText, { nullable: true, description: 'The text.' })
  body!: RichTextDocument | null;

  @Field(() => String, { nullable: true, description: 'Where it goes, in the words of the page: the id of a community; null is the default place.' })
  place!: string | null;

  @Field(() => JsonObjectType, { nullable: true, description: 'What stands beside the text: a title, and whatever the form around it asks for.' })
  details!: JsonObject | null;

  @Field(() => JsonObjectType, { nullable: true, description: 'What was sent without an answer: it may have arrived.' })
  unanswered!: JsonObject | null;

  @Field({ description: 'When it was last saved, or finished.' })
  updatedAt!: Date;
}

@ObjectType('DraftConnection', { description: 'A page of drafts.' })
export class DraftConnection extends connectionType('Draft', () => DraftType) {}

export const DraftOutcomeEnum = { SAVED: 'saved', CHANGED: 'changed', FINISHED: 'finished' } as const satisfies Record<string, DraftOutcome>;

registerEnumType(DraftOutcomeEnum, {
  name: 'DraftOutcome',
  description: 'What became of a save.',
  valuesMap: {
    SAVED: { description: 'It is kept.' },
    CHANGED: { description: 'Nothing was written: another device has saved since. The draft that stands there is given.' },
    FINISHED: { description: 'Nothing was written: it was published or thrown away. An empty basedOn starts another draft.' },
  },
});

@ObjectType('SaveDraftPayload', { description: 'What became of a save, and what stands there now.' })
export class SaveDraftPayload {
  @Field(() => DraftOutcomeEnum, { description: 'Whether it is kept.' })
  outcome!: DraftOutcome;

  @Field(() => DraftType, { nullable: true, description: 'As it stands now; null when nothing is known of it any more.' })
  draft!: DraftType | null;
}

@InputType({ description: `A draft to keep: at most ${maxDraftKb} kB, and ${maxDrafts} for a person. Errors: DRAFT_TOO_LARGE, DRAFTS_TOO_MANY.` })
export class SaveDraftInput {
  @Field({ description: subjectForm })
  subject!: string;

  @Field(() => ID, { description: 'A new UUID for each save: the same again is a retry. Errors: ID_INVALID.' })
  version!: string;

  @Field(() => [ID], {
    description: 'The versions that this text was made from: the last one known to be kept, and those sent since without an answer, at most 20. Empty: a new draft. Errors: ID_INVALID, TOO_MANY_ITEMS.',
  })
  basedOn!: string[];

  @Field(() => ID, { description: 'The key under which it will be published. Errors: ID_INVALID.' })
  key!: string;

  @Field(() => RichText, { nullable: true, description: 'The text; it may be blank or too long as yet. Errors: RICH_TEXT_NOT_ALLOWED.' })
  body?: unknown;

  @Field(() => String, { nullable: true, description: 'Where it goes: the id of a community. Errors: DRAFT_INVALID.' })
  place?: string | null;

  @Field(() => JsonObjectType, { nullable: true, description: 'What stands beside the text. Errors: DRAFT_INVALID.' })
  details?: JsonObject | null;

  @Field(() => JsonObjectType, { nullable: true, description: 'What was sent without an answer. Errors: DRAFT_INVALID.' })
  unanswered?: JsonObject | null;

  @Field(() => [ID], { nullable: true, description: 'UUIDs of the viewer’s own files, kept as long as the draft; those that are gone are passed over. Errors: ID_INVALID, TOO_MANY_ITEMS.' })
  fileIds?: string[] | null;
}

@InputType({ description: 'A draft to throw away.' })
export class ThrowDraftAwayInput {
  @Field({ description: subjectForm })
  subject!: string;

  @Field(() => [ID], { description: 'The versions that the viewer has seen: another one stays. Errors: DRAFT_CHANGED, ID_INVALID, TOO_MANY_ITEMS.' })
  versions!: string[];
}
