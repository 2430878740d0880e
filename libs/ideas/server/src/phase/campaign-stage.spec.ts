import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { somePhases } from '../testing/some-phases.ts';
import { allows, campaignActions, campaignStages, nextTurn, phaseOf, stageAt, type Course } from './campaign-stage.ts';
import { phaseKinds } from './phases.ts';

const at = (iso: string): Date => new Date(iso);
const course = (changes: Partial<Course> = {}): Course => ({
  phases: [
    { kind: 'gather', opensAt: at('2026-10-05T07:00Z'), closesAt: at('2026-10-16T16:00Z') },
    { kind: 'vote', opensAt: at('2026-10-19T07:00Z'), closesAt: at('2026-10-30T17:00Z') },
  ],
  publishedAt: at('2026-10-01T08:00Z'),
  closedAt: null,
  cancelledAt: null,
  ...changes,
});

describe('where a campaign stands', () => {
  it.each([
    { now: '2026-10-04T12:00Z', stage: 'announced' },
    { now: '2026-10-05T06:59:59.999Z', stage: 'announced' },
    { now: '2026-10-05T07:00Z', stage: 'gather' },
    { now: '2026-10-16T15:59:59.999Z', stage: 'gather' },
    { now: '2026-10-16T16:00Z', stage: 'between' },
    { now: '2026-10-19T07:00Z', stage: 'vote' },
    { now: '2026-10-30T17:00Z', stage: 'over' },
  ])('is $stage at $now', ({ now, stage }) => {
    expect(stageAt(course(), at(now))).toBe(stage);
  });

  it('is a draft until it is published, whatever the clock says', () => {
    expect(stageAt(course({ publishedAt: null }), at('2026-10-20T12:00Z'))).toBe('draft');
  });

  it('stays closed or cancelled, whatever the clock says', () => {
    expect(stageAt(course({ closedAt: at('2026-11-02T12:00Z') }), at('2026-10-20T12:00Z'))).toBe('closed');
    expect(stageAt(course({ cancelledAt: at('2026-10-06T12:00Z') }), at('2026-10-20T12:00Z'))).toBe('cancelled');
  });

  it('only ever goes on, and changes at the turns that are foretold and at no other time', () => {
    const order = ['announced', ...phaseKinds, 'over'];
    fc.assert(
      fc.property(somePhases, (phases) => {
        const one = course({ phases });
        const seen: string[] = [];
        let now = new Date(0);
        for (let turn = nextTurn(one, now); turn; turn = nextTurn(one, now)) {
          // Nothing changes until just before the turn.
          expect(stageAt(one, new Date(turn.getTime() - 1))).toBe(stageAt(one, now));
          now = turn;
          seen.push(stageAt(one, now));
        }
        expect(seen.at(-1)).toBe('over');
        const places = seen.filter((stage) => stage !== 'between').map((stage) => order.indexOf(stage));
        expect(places).toEqual(places.toSorted((first, second) => first - second));
        expect(seen.filter((stage) => phases.some(({ kind }) => kind === stage))).toEqual(phases.map(({ kind }) => kind));
      }),
    );
  });

  it('turns no more by the clock once it is closed, and not yet while it is a draft', () => {
    const now = at('2026-10-10T12:00Z');
    expect(nextTurn(course(), now)).toEqual(at('2026-10-16T16:00Z'));
    expect(nextTurn(course({ publishedAt: null }), now)).toBeNull();
    expect(nextTurn(course({ closedAt: now }), now)).toBeNull();
    expect(nextTurn(course({ cancelledAt: now }), now)).toBeNull();
  });

  it('knows its phases by their kind', () => {
    expect(phaseOf(course(), 'vote')?.closesAt).toEqual(at('2026-10-30T17:00Z'));
    expect(phaseOf(course(), 'jury')).toBeNull();
  });
});

describe('what is done at which stage', () => {
  it('is what the README says', () => {
    const rows = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `') && line.split('|').length > 4)
      .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim().replaceAll('`', '')));
    const [head = [], ...table] = rows;
    expect(head.slice(1)).toEqual([...campaignActions]);
    expect(table.map(([stage]) => stage)).toEqual([...campaignStages]);
    for (const [stage, ...cells] of table) {
      expect({ stage, allowed: campaignActions.filter((_, i) => cells[i] === '✓') }).toEqual({ stage, allowed: campaignActions.filter((action) => allows(stage as (typeof campaignStages)[number], action)) });
    }
  });

  it('lets nobody vote at the second at which the vote closes', () => {
    const closing = phaseOf(course(), 'vote')?.closesAt as Date;
    expect(allows(stageAt(course(), new Date(closing.getTime() - 1)), 'vote')).toBe(true);
    expect(allows(stageAt(course(), closing), 'vote')).toBe(false);
  });
});
