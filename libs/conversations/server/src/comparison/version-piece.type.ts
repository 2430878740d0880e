import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { PieceKind } from './comparison.ts';

const PieceKindEnum = { SAME: 'same', ADDED: 'added', REMOVED: 'removed' } as const satisfies Record<string, PieceKind>;

registerEnumType(PieceKindEnum, {
  name: 'VersionPieceKind',
  description: 'What became of a piece of text from one version to another.',
  valuesMap: { SAME: { description: 'In both.' }, ADDED: { description: 'In the later one only.' }, REMOVED: { description: 'In the earlier one only.' } },
});

@ObjectType('VersionPiece', { description: 'A piece of the comparison of two versions, as plain text or Markdown.' })
export class VersionPieceType {
  @Field(() => PieceKindEnum, { description: 'What became of it.' })
  kind!: PieceKind;

  @Field({ description: 'The piece.' })
  text!: string;
}
