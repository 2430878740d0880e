import { columns, rows } from '../day/columns.ts';

/** Who wrote on one day, by a number that stands for a person while events are kept, in their order: −1 afterwards. */
export interface ContributionDay {
  who: Int32Array;
  place: Int32Array;
  /** Days since they last wrote. */
  gap: Uint16Array;
  /** How many posts, comments, ideas and versions of pages. */
  written: Uint16Array;
}

const layout = { who: Int32Array, place: Int32Array, gap: Uint16Array, written: Uint16Array } as const;

export const encodeContributions = (day: ContributionDay): Buffer => columns(layout, day);
export const decodeContributions = (bytes: Buffer): ContributionDay => rows(layout, bytes);
