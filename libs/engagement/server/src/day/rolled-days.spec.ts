import { describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { FewAtOnce } from './few-at-once.ts';
import { mostFetches, RolledDays, RollUpTimes } from './rolled-days.ts';

/** Days of March that PostgreSQL gives when the test says so; a number stands for what each holds. */
function march(days: Record<string, { rolledUpAt: string; stored: number }>) {
  const fetches: { days: readonly string[]; give: () => void; fail: () => void }[] = [];
  const query = (sql: string, asking: readonly (readonly string[])[] = []): Promise<unknown[]> => {
    const [asked] = asking;
    if (!asked) return Promise.resolve(Object.entries(days).map(([day, { rolledUpAt }]) => ({ day, rolledUpAt })));
    return new Promise((resolve, reject) => fetches.push({ days: asked, give: () => resolve(asked.map((day) => ({ day, isClosed: false, ...days[day] }))), fail: () => reject(new Error(sql)) }));
  };
  const dataSource = { query } as unknown as DataSource;
  const rolled = new RolledDays<number>(dataSource, new RollUpTimes(dataSource), new FewAtOnce(mostFetches), 'ties', (stored: never) => stored);
  const read = (from: string, to: string) => rolled.of({ from, to }).then((found) => found.map(({ held }) => held));
  return { fetches, read, settled: () => new Promise((resolve) => setImmediate(resolve)) };
}

const [first, second, third] = ['2026-03-01', '2026-03-02', '2026-03-03'];
const threeDays = () => ({ [first]: { rolledUpAt: 'a', stored: 1 }, [second]: { rolledUpAt: 'a', stored: 2 }, [third]: { rolledUpAt: 'a', stored: 3 } });

describe('days in memory', () => {
  it('are fetched once, however many ask at the same time', async () => {
    const { fetches, read, settled } = march(threeDays());
    const [one, other] = [read(first, second), read(second, third)];
    await settled();
    expect(fetches.map(({ days }) => days)).toEqual([[first, second], [third]]);
    for (const { give } of fetches) give();
    await expect(Promise.all([one, other, read(first, third)])).resolves.toEqual([[1, 2], [2, 3], [1, 2, 3]]);
    expect(fetches).toHaveLength(2);
  });

  it('are fetched again by whoever waited for a reading that failed', async () => {
    const { fetches, read, settled } = march(threeDays());
    const [one, other] = [read(first, second), read(first, third)];
    const failed = expect(one).rejects.toThrow('engagement_day');
    await settled();
    fetches[0]?.fail();
    fetches[1]?.give();
    await failed;
    await settled();
    expect(fetches.map(({ days }) => days)).toEqual([[first, second], [third], [first, second]]);
    fetches[2]?.give();
    await expect(other).resolves.toEqual([1, 2, 3]);
  });

  it('leave connections to others, however many periods are asked for at the same time', async () => {
    const days = Array.from({ length: 12 }, (_, i) => `2026-03-${String(i + 1).padStart(2, '0')}`);
    const { fetches, read, settled } = march(Object.fromEntries(days.map((day, i) => [day, { rolledUpAt: 'a', stored: i }])));
    const all = Promise.allSettled(days.map((day) => read(day, day)));
    let given = 0;
    while (given < days.length) {
      await settled();
      expect(fetches.length - given).toBe(Math.min(mostFetches, days.length - given));
      // One that fails gives its place up too.
      const fetch = fetches[given++];
      if (given === 2) fetch?.fail();
      else fetch?.give();
    }
    expect((await all).map(({ status }) => status)).toEqual(days.map((_, i) => (i === 1 ? 'rejected' : 'fulfilled')));
  });

  it('are fetched by whoever asks after a day was made anew', async () => {
    const days = threeDays();
    const { fetches, read, settled } = march(days);
    const before = read(first, first);
    await settled();
    fetches[0]?.give();
    await expect(before).resolves.toEqual([1]);
    days[first] = { rolledUpAt: 'b', stored: 10 };
    const after = read(first, first);
    await settled();
    fetches[1]?.give();
    await expect(after).resolves.toEqual([10]);
    await expect(read(first, first)).resolves.toEqual([10]);
    expect(fetches).toHaveLength(2);
  });
});
