import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TextPieceType, type TextPiece } from '@parvis/search/server';
import type { ShownEvidence } from './evidence-reader.ts';
import type { ExpertProposal } from './expert-finder.ts';
import type { EvidenceKind } from './ranking.ts';
import type { Skilled } from './skilled.query.ts';

export const ExpertEvidenceKindEnum = { ANSWER: 'answer', POST: 'post', PAGE: 'page', IDEA: 'idea' } as const satisfies Record<string, EvidenceKind>;

registerEnumType(ExpertEvidenceKindEnum, {
  name: 'ExpertEvidenceKind',
  description: 'What shows that somebody knows.',
  valuesMap: {
    ANSWER: { description: 'An answer to a question, or what they said under a post.' },
    POST: { description: 'A post of theirs, questions apart.' },
    PAGE: { description: 'A page that they saved last.' },
    IDEA: { description: 'An idea that they began.' },
  },
});

@ObjectType('ExpertEvidence', { description: 'Something that the viewer may read, and that shows that somebody knows.' })
export class ExpertEvidenceType implements ShownEvidence {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => ExpertEvidenceKindEnum, { description: 'What it is.' })
  kind!: EvidenceKind;

  @Field(() => ID, { description: 'Whose page shows it: its own UUID, or the post’s for an answer.' })
  targetId!: string;

  @Field({ description: 'What that is: post, wiki-page, ama-question, idea.' })
  targetType!: string;

  @Field(() => ID, { nullable: true, description: 'The UUID of the comment on that page which it is; null for none.' })
  commentId!: string | null;

  @Field(() => [TextPieceType], { description: 'The question that it answers, or what it is called, in pieces; empty for a post without a title.' })
  title!: TextPiece[];

  @Field(() => [TextPieceType], { description: 'The part of it in which the words stand, in pieces, about 220 characters.' })
  extract!: TextPiece[];

  @Field({ description: 'When it was written.' })
  writtenAt!: Date;

  @Field({ description: 'Whether it is the answer that was accepted.' })
  isAccepted!: boolean;

  @Field(() => Int, { description: 'How many colleagues found it useful; 0 for what is no answer.' })
  votes!: number;

  communityId!: string | null;
}

/** Its skill and its level are resolved. */
@ObjectType('ExpertSkill', { description: 'Something asked for that somebody says they can do, or is endorsed for.' })
export class ExpertSkillType {
  @Field({ description: 'The words of the question, or those of the person where the taxonomy knows none.' })
  words!: string;

  @Field({ description: 'Whether they say so themselves; false: colleagues endorse them for it.' })
  isDeclared!: boolean;

  @Field(() => Int, { description: 'How many colleagues endorse it, as far as the viewer may know why.' })
  endorsements!: number;
}

@ObjectType('ExpertProposal', { description: 'Somebody who seems to know, with why.' })
export class ExpertProposalType implements ExpertProposal {
  personId!: string;

  @Field(() => [ExpertEvidenceType], { description: 'The most telling of it, 3 at most, first the most telling.' })
  evidence!: ShownEvidence[];

  @Field(() => Int, { description: 'How much of it was found in all, as far as the viewer may read.' })
  evidenceCount!: number;

  @Field(() => Int, { description: 'How many of it are answers.' })
  answerCount!: number;

  @Field(() => Int, { description: 'How many of these were accepted.' })
  acceptedCount!: number;

  @Field(() => [ExpertSkillType], { description: 'What they say they can do of it, or are recommended for, as far as the viewer may know.' })
  skilled!: Skilled[];

  @Field(() => [String], { description: 'What they say one may ask them about, of what is asked, in their words and as far as the viewer may know; not what they declare as a skill.' })
  askMeAbout!: string[];

  @Field(() => Date, { nullable: true, description: 'When they last wrote about it; null: they never did, but say that they can do it.' })
  lastAt!: Date | null;
}
