import { columns, rows } from '../day/columns.ts';

/**
 * How many people came on one day, without their names: where they stood, and how many days before they had last come. A period that begins after that day
 * counts them here, so that people are counted once without knowing who they are.
 */
export interface VisitDay {
  place: Int32Array;
  people: Int32Array;
  /** Days since they last came. */
  gap: Uint16Array;
  /** Days since they last came from Monday to Friday. */
  workGap: Uint16Array;
}

const layout = { place: Int32Array, people: Int32Array, gap: Uint16Array, workGap: Uint16Array } as const;

export const encodeVisits = (day: VisitDay): Buffer => columns(layout, day);
export const decodeVisits = (bytes: Buffer): VisitDay => rows(layout, bytes);
