import { describe, expect, it } from 'vitest';

import { annotationRows } from './annotation-rows.ts';

describe('annotationRows', () => {
  it('keeps in one row what has room', () => {
    expect(annotationRows([{ at: 0, width: 80 }, { at: 100, width: 80 }], 300)).toEqual([{ row: 0, side: 'after' }, { row: 0, side: 'after' }]);
  });

  it('takes another row for what would cover the first', () => {
    expect(annotationRows([{ at: 10, width: 80 }, { at: 50, width: 80 }], 300)).toEqual([{ row: 0, side: 'after' }, { row: 1, side: 'after' }]);
  });

  it('stands before its line at the end of the plot', () => {
    expect(annotationRows([{ at: 280, width: 80 }], 300)).toEqual([{ row: 0, side: 'before' }]);
  });

  it('does not lie on the line of a label above it', () => {
    const [first, second] = [{ at: 150, width: 140 }, { at: 240, width: 120 }];
    expect(annotationRows([first, second], 300)).toBeUndefined();
    expect(annotationRows([first, second], 400)).toEqual([{ row: 0, side: 'after' }, { row: 1, side: 'after' }]);
  });

  it('gives up where there is no room', () => {
    expect(annotationRows([{ at: 50, width: 400 }], 300)).toBeUndefined();
    expect(annotationRows(Array.from({ length: 4 }, () => ({ at: 140, width: 200 })), 300)).toBeUndefined();
  });
});
