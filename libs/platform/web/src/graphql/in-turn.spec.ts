import { describe, expect, it } from 'vitest';

import { inTurn } from './in-turn.ts';

describe('commands in turn', () => {
  it('run one after the other, whichever takes longer, and after one that failed', async () => {
    const next = inTurn();
    const done: string[] = [];
    let finish = (): void => undefined;
    const slow = next(() => new Promise<void>((resolve) => (finish = resolve)).then(() => void done.push('slow')));
    const failing = next(() => Promise.reject(new Error('no')));
    const quick = next(async () => void done.push('quick'));
    await Promise.resolve();
    expect(done).toEqual([]);
    finish();
    await slow;
    await expect(failing).rejects.toThrow('no');
    await quick;
    expect(done).toEqual(['slow', 'quick']);
  });
});
