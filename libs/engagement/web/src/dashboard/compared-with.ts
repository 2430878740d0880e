import type { EngagementFiguresFragment } from './EngagementPage.generated.ts';

/** A part of what is told of the compared period: null when that may not be told of, undefined when the network was not there yet. */
export function partBefore<P>(compared: EngagementFiguresFragment, part: P | null): P | null | undefined {
  return compared.adoption?.visitors === 0 ? undefined : part;
}

/** What a figure is compared with: null when it may not be told of, undefined when there was nothing then. */
export const comparedWith = <P extends object, F>(before: P | null | undefined, figure: (before: P) => F | null | undefined): F | null | undefined => (before == null ? before : (figure(before) ?? undefined));
