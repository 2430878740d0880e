import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionType } from '@parvis/platform/server';
import type { TextPiece } from './highlight/extract.ts';
import { SearchKindEnum, type SearchKind } from './search-kind.ts';
import type { MarkedHit, SearchAnswer, SearchGroup } from './search.service.ts';

@InputType({ description: 'Narrows a search down. Kinds that a filter means nothing for are left out.' })
export class SearchFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only what this person wrote. Errors: ID_INVALID.' })
  authorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what stands in this community. Errors: ID_INVALID.' })
  communityId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this finer kind, for posts for example « question ».' })
  facet?: string | null;

  @Field(() => Date, { nullable: true, description: 'Not written before.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Written before.' })
  to?: Date | null;
}

@ObjectType('TextPiece', { description: 'A part of a text.' })
export class TextPieceType implements TextPiece {
  @Field({ description: 'Plain text.' })
  text!: string;

  @Field({ description: 'Whether it is what was looked for.' })
  isMatch!: boolean;
}

@ObjectType('SearchHit', { description: 'Something found, that the viewer may see.' })
export class SearchHitType implements MarkedHit {
  @Field(() => SearchKindEnum, { description: 'What it is.' })
  kind!: SearchKind;

  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => ID, { description: 'Whose page shows it: its own UUID, or the post’s for a comment.' })
  targetId!: string;

  @Field({ description: 'What that is: post, wiki-page, ama-question; its own kind, in small letters, where the page is its own.' })
  targetType!: string;

  @Field(() => ID, { nullable: true, description: 'The UUID of the comment on that page which it is, or to which it is attached; null for none.' })
  commentId!: string | null;

  @Field(() => [TextPieceType], { description: 'What it is called, in pieces; empty when it has no name.' })
  title!: TextPiece[];

  @Field(() => [TextPieceType], { description: 'The part of it in which the words stand, in pieces, about 220 characters.' })
  extract!: TextPiece[];

  @Field(() => Date, { nullable: true, description: 'When it was written; null for what is not written.' })
  writtenAt!: Date | null;

  authorId!: string | null;

  writtenById?: string | null;

  communityId!: string | null;
}

@ObjectType('SearchGroup', { description: 'What was found of one kind.' })
export class SearchGroupType implements SearchGroup {
  @Field(() => SearchKindEnum, { description: 'The kind.' })
  kind!: SearchKind;

  @Field(() => Int, { description: 'How many were found, 500 at most.' })
  count!: number;

  @Field({ description: 'Whether there are more than `count`.' })
  isMore!: boolean;

  @Field(() => [SearchHitType], { description: 'The best ones.' })
  hits!: MarkedHit[];
}

@ObjectType('SearchAnswer', { description: 'What was found, by kind.' })
export class SearchAnswerType implements SearchAnswer {
  @Field({ description: 'The words that were looked for: as typed, or corrected when nothing is written with those.' })
  words!: string;

  @Field({ description: 'Whether `words` are others than those typed.' })
  isCorrected!: boolean;

  @Field(() => [SearchGroupType], { description: 'The kinds of which something was found.' })
  groups!: SearchGroup[];
}

@ObjectType('SearchHitConnection', { description: 'A page of hits of one kind, best first.' })
export class SearchHitConnection extends connectionType('SearchHit', () => SearchHitType) {}
