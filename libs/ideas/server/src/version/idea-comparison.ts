import { comparison, type VersionPiece } from '@parvis/conversations/server';
import type { VersionWords } from '../idea/idea-version.entity.ts';

/** The parts of an idea that are compared, in the order in which they are read. */
export const ideaParts = ['title', 'problem', 'proposal', 'benefit', 'benefitFigure', 'cost', 'effort', 'tags', 'lookingFor', 'files'] as const;
export type IdeaPart = (typeof ideaParts)[number];

export interface ComparedPart {
  part: IdeaPart;
  pieces: VersionPiece[];
}

/** What an idea says in a part, as text; `markdownOf` writes rich text down. */
function textOf(words: VersionWords, part: IdeaPart, markdownOf: (proposal: VersionWords['proposal']) => string): string {
  switch (part) {
    case 'proposal':
      return markdownOf(words.proposal);
    case 'benefitFigure':
      return words.benefitAmount === null ? '' : `${words.benefitAmount} ${words.benefitUnit}`.trim();
    case 'cost':
      return words.cost === null ? '' : String(words.cost);
    case 'effort':
      return words.effort ?? '';
    case 'tags':
      return words.tags.map((tag) => `#${tag}`).join(' ');
    case 'lookingFor':
      return words.lookingFor.join('\n');
    case 'files':
      return (words.files ?? []).join('\n');
    default:
      return words[part];
  }
}

/** The parts that are not the same, word by word. */
export function comparedParts(before: VersionWords, after: VersionWords, markdownOf: (proposal: VersionWords['proposal']) => string): ComparedPart[] {
  return ideaParts.flatMap((part) => {
    const [was, is] = [textOf(before, part, markdownOf), textOf(after, part, markdownOf)];
    return was === is ? [] : [{ part, pieces: whole.has(part) ? replaced(was, is) : comparison(was, is) }];
  });
}

/** Figures and choices change as a whole: « 1200 » does not become « 1500 » by a digit. */
const whole = new Set<IdeaPart>(['benefitFigure', 'cost', 'effort']);

function replaced(was: string, is: string): VersionPiece[] {
  return [
    { kind: 'removed' as const, text: was },
    { kind: 'added' as const, text: is },
  ].filter(({ text }) => text !== '');
}
