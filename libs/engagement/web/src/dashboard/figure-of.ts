import type { EngagementFiguresFragment } from './EngagementPage.generated.ts';

/** A part of what is told of the compared period: null when that may not be told of, undefined when the network was not there yet. */
export function partBefore<P>(compared: EngagementFiguresFragment, part: P | null): P | null | undefined {
  return compared.adoption?.visitors === 0 ? undefined : part;
}

/** A figure of a part, of now or of before: null when the part may not be told of, undefined when there was nothing to count. */
export const figureOf = <P extends object, F>(part: P | null | undefined, figure: (part: P) => F | null | undefined): F | null | undefined => (part == null ? part : (figure(part) ?? undefined));
