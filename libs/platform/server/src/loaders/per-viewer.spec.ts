import { describe, expect, it } from '@jest/globals';
import { perViewer } from './per-viewer.ts';

interface Viewer {
  name: string;
}

function counted() {
  const asked: { viewer: string; keys: readonly number[] }[] = [];
  const squares = perViewer(async (viewer: Viewer, keys: readonly number[]) => {
    asked.push({ viewer: viewer.name, keys });
    return new Map(keys.filter((key) => key > 0).map((key) => [key, key * key]));
  });
  return { asked, squares };
}

describe('perViewer', () => {
  it('asks once for all keys of one request, each once', async () => {
    const { asked, squares } = counted();
    const viewer = { name: 'Ada' };

    expect(await Promise.all([2, 3, 2].map((key) => squares(viewer).load(key)))).toEqual([4, 9, 4]);
    expect(await squares(viewer).load(3)).toBe(9);
    expect(asked).toEqual([{ viewer: 'Ada', keys: [2, 3] }]);
  });

  it('answers null for what is left out', async () => {
    const { squares } = counted();
    expect(await squares({ name: 'Ada' }).load(-1)).toBeNull();
  });

  it('never shares between viewers, nor between two requests of the same person', async () => {
    const { asked, squares } = counted();
    await Promise.all(['Ada', 'Bob', 'Ada'].map((name) => squares({ name }).load(2)));
    expect(asked.map(({ viewer }) => viewer)).toEqual(['Ada', 'Bob', 'Ada']);
  });

  it('tells every caller of a failure', async () => {
    const broken = perViewer(async (_viewer: Viewer, _keys: readonly number[]): Promise<Map<number, number>> => {
      throw new Error('The database is away.');
    });
    const viewer = { name: 'Ada' };
    const results = await Promise.allSettled([1, 2].map((key) => broken(viewer).load(key)));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
