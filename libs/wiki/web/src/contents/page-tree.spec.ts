import { describe, expect, it } from 'vitest';

import { flattened, treeOf, withBelow } from './page-tree.ts';

const page = (id: string, parentId: string | null = null) => ({ id, title: id, parentId });
const pages = [page('a'), page('a1', 'a'), page('a2', 'a'), page('b'), page('a2x', 'a2'), page('lost', 'gone')];

describe('the table of contents', () => {
  it('puts pages below their parents, in the order that they come in', () => {
    expect(flattened(treeOf(pages)).map(({ page: { id }, depth }) => `${depth}${id}`)).toEqual(['0a', '1a1', '1a2', '2a2x', '0b', '0lost']);
  });

  it('knows what stands below a page, whatever the order', () => {
    expect(withBelow([...pages].reverse(), 'a')).toEqual(new Set(['a', 'a1', 'a2', 'a2x']));
    expect(withBelow(pages, 'b')).toEqual(new Set(['b']));
  });
});
