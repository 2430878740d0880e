import { describe, expect, it } from '@jest/globals';
import { BreakGlassEntity } from './break-glass.entity.ts';
import { isGuardian, stateOf } from './break-glass.policy.ts';

const now = new Date('2026-11-23T12:00:00Z');
const [earlier, later] = [new Date('2026-11-23T11:59:59Z'), new Date('2026-11-23T12:00:01Z')];
const access = (values: Partial<BreakGlassEntity>) => Object.assign(new BreakGlassEntity(), { state: 'approved', askedById: 'a', decidedById: 'b', lapsesAt: later, endsAt: later }, values);

describe('what a break-glass access is by now', () => {
  it.each([
    [{ state: 'asked' }, 'asked'],
    [{ state: 'asked', lapsesAt: earlier }, 'lapsed'],
    [{ state: 'asked', lapsesAt: now }, 'lapsed'],
    [{}, 'approved'],
    [{ endsAt: earlier }, 'ended'],
    [{ endsAt: now }, 'ended'],
    [{ endsAt: null }, 'ended'],
    [{ decidedById: 'a' }, 'ended'],
    [{ askedById: null }, 'ended'],
    [{ decidedById: null }, 'ended'],
    [{ state: 'refused' }, 'refused'],
    [{ state: 'withdrawn' }, 'withdrawn'],
  ] as const)('%j: %s', (values, state) => expect(stateOf(access(values), now)).toBe(state));
});

describe('the second person', () => {
  it.each([
    [['employee', 'works-council'], true],
    [['auditor'], true],
    [['auditor', 'it'], false],
    [['works-council', 'it'], false],
    [['hr'], false],
    [['moderator', 'executive', 'employee'], false],
    [['it'], false],
  ] as const)('with %j: %s', (roles, is) => expect(isGuardian({ roles })).toBe(is));
});
