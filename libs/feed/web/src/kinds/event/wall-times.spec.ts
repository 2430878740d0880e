import { describe, expect, it } from 'vitest';

import { withStart, withWholeDays } from './wall-times.ts';

describe('the times of a form', () => {
  it('take an end an hour after the first start, and keep the length when the start moves', () => {
    expect(withStart({ starts: '', ends: '', isAllDay: false }, '2026-03-28T23:30')).toEqual({ starts: '2026-03-28T23:30', ends: '2026-03-29T00:30' });
    expect(withStart({ starts: '2026-03-28T14:00', ends: '2026-03-28T16:15', isAllDay: false }, '2026-03-30T09:00')).toEqual({ starts: '2026-03-30T09:00', ends: '2026-03-30T11:15' });
    expect(withStart({ starts: '2026-03-28', ends: '2026-03-29', isAllDay: true }, '2026-03-31')).toEqual({ starts: '2026-03-31', ends: '2026-04-01' });
    expect(withStart({ starts: '2026-03-28T14:00', ends: '2026-03-28T16:00', isAllDay: false }, '')).toEqual({ starts: '', ends: '2026-03-28T16:00' });
  });

  it('keep their days with hours and without', () => {
    expect(withWholeDays({ starts: '2026-03-28T14:00', ends: '2026-03-29T16:00', isAllDay: false }, true)).toEqual({ starts: '2026-03-28', ends: '2026-03-29', isAllDay: true });
    expect(withWholeDays({ starts: '2026-03-28', ends: '2026-03-28', isAllDay: true }, false)).toEqual({ starts: '2026-03-28T09:00', ends: '2026-03-28T10:00', isAllDay: false });
    expect(withWholeDays({ starts: '', ends: '', isAllDay: false }, true)).toEqual({ starts: '', ends: '', isAllDay: true });
  });
});
