import type { Place } from '../gate/headcounts.ts';
import type { Period } from '../period/period.ts';

/** The people that figures of a period are about. */
export interface Group {
  period: Period;
  /** Eligible on the last day. */
  people: number;
  /** Eligible on some day, each counted once. */
  ofPeriod: number;
  /** How many more were asked for, on the last day. */
  leftOut: number;
  /** 1 for each place whose people belong to it, by its number. */
  places: Uint8Array;
  /** Whether people of a place belong to it. */
  holds: (place: Place) => boolean;
}
