/** A pair has not met before, or so long ago that no period reaches back to it. */
export const never = 0xffff;

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

const bytesEach = 12;

export function encodeTies({ from, to, gap, reverseGap }: TieDay): Buffer {
  return Buffer.concat([from, to, gap, reverseGap].map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)));
}

export function decodeTies(bytes: Buffer): TieDay {
  const count = bytes.byteLength / bytesEach;
  // A copy, since what the database driver hands over need not begin where numbers may.
  const { buffer } = Uint8Array.from(bytes);
  return {
    from: new Int32Array(buffer, 0, count),
    to: new Int32Array(buffer, 4 * count, count),
    gap: new Uint16Array(buffer, 8 * count, count),
    reverseGap: new Uint16Array(buffer, 10 * count, count),
  };
}
