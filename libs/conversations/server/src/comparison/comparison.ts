import { diffLines, diffWordsWithSpace, type ChangeObject } from 'diff';

export type PieceKind = 'same' | 'added' | 'removed';

export interface VersionPiece {
  kind: PieceKind;
  text: string;
}

// Comparing may take time that grows with the product of both lengths: a server that serves others gives up early.
const timeoutMs = 300;

/** What changed from one text to another, in order, word by word; line by line, then whole, for texts that have little in common. */
export function comparison(before: string, after: string): VersionPiece[] {
  const changes = diffWordsWithSpace(before, after, { timeout: timeoutMs }) ?? diffLines(before, after, { timeout: timeoutMs });
  if (changes) return changes.map(pieceOf);
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

const pieceOf = ({ added, removed, value }: ChangeObject<string>): VersionPiece => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value });
