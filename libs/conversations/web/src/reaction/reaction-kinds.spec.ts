import { describe, expect, it } from 'vitest';

import { withViewerReaction } from './reaction-kinds.ts';

describe('withViewerReaction', () => {
  it('adds the first one', () => {
    expect(withViewerReaction({ reactions: [], viewerReaction: null }, 'THANKS')).toEqual({ reactions: [{ kind: 'THANKS', count: 1 }], viewerReaction: 'THANKS' });
  });

  it('moves the viewer from one kind to another', () => {
    const before = { reactions: [{ kind: 'AGREE' as const, count: 3 }], viewerReaction: 'AGREE' as const };

    expect(withViewerReaction(before, 'THANKS').reactions).toEqual([
      { kind: 'THANKS', count: 1 },
      { kind: 'AGREE', count: 2 },
    ]);
  });

  it('leaves no kind without anybody', () => {
    const before = { reactions: [{ kind: 'AGREE' as const, count: 1 }], viewerReaction: 'AGREE' as const };

    expect(withViewerReaction(before, null)).toEqual({ reactions: [], viewerReaction: null });
  });
});
