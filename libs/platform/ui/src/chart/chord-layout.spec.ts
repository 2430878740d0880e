import { describe, expect, it } from 'vitest';

import { chordLayout } from './chord-layout.ts';

const groups = ['A', 'B', 'C', 'D'];

describe('the chord picture', () => {
  it('has an arc for whoever exchanges with others, and a ribbon each way', () => {
    const { arcs, ribbons } = chordLayout({ groups, values: [[90, 6, null, 0], [2, 50, 3, 0], [0, 0, 8, 0], [0, 0, 0, 12]] }, 200);
    expect(arcs.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(ribbons.map(({ from, to, value }) => [from, to, value])).toEqual([[0, 1, 6], [1, 2, 3], [1, 0, 2]]);
    for (const { path } of [...arcs, ...ribbons]) expect(path).toMatch(/^M[-\d.,ALQZ e]+$/);
  });

  it('keeps its numbers inside', () => {
    const { arcs } = chordLayout({ groups, values: [[0, 1, 1, 1], [1, 0, 1, 1], [1, 1, 0, 1], [1, 1, 1, 0]] }, 200);
    expect(arcs).toHaveLength(4);
    for (const { x, y } of arcs) expect(Math.hypot(x, y)).toBeLessThan(195);
  });

  it('draws nothing when nobody writes to another', () => {
    expect(chordLayout({ groups, values: [[5, 0, 0, 0], [0, 5, 0, 0], [0, 0, 5, 0], [0, 0, 0, 5]] }, 200)).toEqual({ arcs: [], ribbons: [] });
  });
});
