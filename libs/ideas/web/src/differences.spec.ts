import { describe, expect, it } from 'vitest';

import { excerpts } from './differences.ts';

describe('what is shown of two texts that differ', () => {
  it('is all of them as long as they are short', () => {
    expect(excerpts('Two days.', 'One day.')).toEqual(['Two days.', 'One day.']);
  });

  it('begins shortly before the first place where they differ', () => {
    const same = 'word '.repeat(40);
    const [one, other] = excerpts(`${same}then two days for each team`, `${same}then one day for each team`);
    expect(one).toMatch(/^….{0,40}then two days for each team$/);
    expect(other).toMatch(/^….{0,40}then one day for each team$/);
  });

  it('ends where there is enough to see, and parts no sign', () => {
    const [one, other] = excerpts('🚲'.repeat(300), 'b'.repeat(300));
    expect([one, other]).toEqual([`${'🚲'.repeat(140)}…`, `${'b'.repeat(140)}…`]);
  });

  it('shows what was added at the end of a long text', () => {
    const text = 'word '.repeat(60).trim();
    const [one, other] = excerpts(text, `${text} and more`);
    expect([one.at(0), other.endsWith('and more')]).toEqual(['…', true]);
  });
});
