import { columns, rows } from '../day/columns.ts';

/**
 * Who exchanged with whom on one day, each ordered pair once, without their names: from which place to which, and how many days before the same
 * pair had last met, in this direction and in the other. A period that begins after that day counts the pair here, so that pairs are counted
 * without knowing whose they are.
 */
export interface TieDay {
  from: Int32Array;
  to: Int32Array;
  /** Days since the giver last addressed the receiver. */
  gap: Uint16Array;
  /** Days since the receiver last addressed the giver; 0: on the same day, by the one of the two pairs that counts as the earlier. */
  reverseGap: Uint16Array;
}

const layout = { from: Int32Array, to: Int32Array, gap: Uint16Array, reverseGap: Uint16Array } as const;

export const encodeTies = (day: TieDay): Buffer => columns(layout, day);
export const decodeTies = (bytes: Buffer): TieDay => rows(layout, bytes);
