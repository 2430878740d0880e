import { describe, expect, it } from '@jest/globals';
import { restored, stored } from './stored-input.ts';

describe('what is kept of a post to come', () => {
  it('comes back as it was, moments included', () => {
    const input = {
      key: 'k', kind: 'event' as const, title: 'Visit', body: { type: 'doc', content: [{ type: 'paragraph' }] }, attachmentIds: ['a', 'b'],
      event: { starts: new Date('2026-12-01T09:00:00Z'), place: null, seatLimit: 12, isAllDay: false },
    };
    expect(restored(JSON.parse(JSON.stringify(stored(input))))).toEqual(input);
  });
});
