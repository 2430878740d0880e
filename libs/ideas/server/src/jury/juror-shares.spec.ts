import { describe, expect, it } from '@jest/globals';
import { sharesOf, type Reading, type SharedJury } from './juror-shares.ts';

const ids = (letter: string, number: number): string[] => Array.from({ length: number }, (_none, i) => `${letter}${i}`);
const jury = (more: Partial<SharedJury> = {}): SharedJury => ({ readers: 3, ideaIds: ids('idea', 40), jurorIds: ids('juror', 7), conflicts: [], held: [], begun: [], ...more });
const countsOf = (readings: readonly Reading[], by: keyof Reading): number[] => [...Map.groupBy(readings, (reading) => reading[by]).values()].map(({ length }) => length);
const has = (readings: readonly Reading[], { ideaId, jurorId }: Reading): boolean => readings.some((one) => one.ideaId === ideaId && one.jurorId === jurorId);

describe('the share of a juror', () => {
  it('is as large as that of the others, give or take one, and each idea has its readers', () => {
    for (const [ideas, jurors, readers] of [[40, 7, 3], [5, 5, 1], [3, 10, 2], [100, 9, 4], [1, 3, 3]] as const) {
      const readings = sharesOf(jury({ ideaIds: ids('idea', ideas), jurorIds: ids('juror', jurors), readers }));
      expect(countsOf(readings, 'ideaId')).toEqual(Array(ideas).fill(readers));
      const shares = countsOf(readings, 'jurorId');
      expect(Math.max(...shares) - (shares.length < jurors ? 0 : Math.min(...shares))).toBeLessThanOrEqual(1);
    }
  });

  it('is the same for the same jury, in whatever order it is told', () => {
    const { ideaIds, jurorIds } = jury();
    expect(sharesOf(jury({ ideaIds: ideaIds.toReversed(), jurorIds: jurorIds.toReversed() }))).toEqual(sharesOf(jury()));
  });

  it('is everything where there are fewer jurors than readers', () => {
    expect(sharesOf(jury({ jurorIds: ids('juror', 2) }))).toHaveLength(80);
    expect(sharesOf(jury({ jurorIds: [] }))).toEqual([]);
  });

  it('goes to the others when a juror leaves, who keep what they had', () => {
    const held = sharesOf(jury());
    const after = sharesOf(jury({ held, jurorIds: ids('juror', 7).slice(1) }));
    expect(held.filter((reading) => reading.jurorId !== 'juror0' && !has(after, reading))).toEqual([]);
    expect(countsOf(after, 'ideaId')).toEqual(Array(40).fill(3));
    const shares = countsOf(after, 'jurorId');
    expect(shares).toHaveLength(6);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(2);
  });

  it('holds nothing that they have a conflict of interest with: another reads it', () => {
    const held = sharesOf(jury());
    const conflicts = held.filter(({ jurorId }) => jurorId === 'juror3').slice(0, 5);
    const after = sharesOf(jury({ held, conflicts }));
    expect(conflicts.filter((reading) => has(after, reading))).toEqual([]);
    expect(countsOf(after, 'ideaId')).toEqual(Array(40).fill(3));
    // All but one may not read it.
    const alone = sharesOf(jury({ conflicts: ids('juror', 6).map((jurorId) => ({ ideaId: 'idea7', jurorId })) }));
    expect(alone.filter(({ ideaId }) => ideaId === 'idea7')).toEqual([{ ideaId: 'idea7', jurorId: 'juror6' }]);
  });

  it('comes to a juror who is called later from what nobody has begun', () => {
    const held = sharesOf(jury());
    const begun = held.filter(({ jurorId }) => jurorId < 'juror4');
    const after = sharesOf(jury({ held, begun, jurorIds: ids('juror', 8) }));
    expect(begun.filter((reading) => !has(after, reading))).toEqual([]);
    expect(after).toHaveLength(120);
    expect(after.filter(({ jurorId }) => jurorId === 'juror7').length).toBeGreaterThan(10);
  });

  it('of a large jury is found in no time', () => {
    const [before, readings] = [performance.now(), sharesOf(jury({ ideaIds: ids('idea', 5_000), jurorIds: ids('juror', 100) }))];
    expect(readings).toHaveLength(15_000);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
