import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { VersionPieceType, type VersionPiece } from '@parvis/conversations/server';
import { connectionType } from '@parvis/platform/server';
import type { IdeaPart } from './idea-comparison.ts';

export const IdeaPartEnum = {
  TITLE: 'title', PROBLEM: 'problem', PROPOSAL: 'proposal', BENEFIT: 'benefit', BENEFIT_FIGURE: 'benefitFigure', COST: 'cost', EFFORT: 'effort', TAGS: 'tags', LOOKING_FOR: 'lookingFor', FILES: 'files',
} as const satisfies Record<string, IdeaPart>;

registerEnumType(IdeaPartEnum, {
  name: 'IdeaPart',
  description: 'A part of what an idea says.',
  valuesMap: {
    TITLE: { description: 'Its title.' },
    PROBLEM: { description: 'What is wrong or missing.' },
    PROPOSAL: { description: 'What is to be done, as Markdown.' },
    BENEFIT: { description: 'What it would bring, in words.' },
    BENEFIT_FIGURE: { description: 'What it would bring, as a figure.' },
    COST: { description: 'Whole euros.' },
    EFFORT: { description: 'As in `Effort`, in lower case.' },
    TAGS: { description: 'Its tags.' },
    LOOKING_FOR: { description: 'Whom its authors look for.' },
    FILES: { description: 'The names of its files, one a line.' },
  },
});

@ObjectType('IdeaVersion', { description: 'What an idea said from one change to the next, since it was submitted.' })
export class IdeaVersionType {
  @Field(() => Int, { description: 'Greater than that of any earlier one.' })
  number!: number;

  @Field({ description: 'What has changed, in the words of who changed it; may be empty.' })
  note!: string;

  @Field({ description: 'When it was saved.' })
  createdAt!: Date;
}

@ObjectType('IdeaVersionConnection', { description: 'A page of the versions of an idea.' })
export class IdeaVersionConnection extends connectionType('IdeaVersion', () => IdeaVersionType) {}

@ObjectType('ComparedIdeaPart', { description: 'A part of an idea that two versions do not say alike.' })
export class ComparedIdeaPartType {
  @Field(() => IdeaPartEnum, { description: 'Which.' })
  part!: IdeaPart;

  @Field(() => [VersionPieceType], { description: 'The part in pieces, in order.' })
  pieces!: VersionPiece[];
}
