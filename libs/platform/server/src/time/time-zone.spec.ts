import { describe, expect, it } from '@jest/globals';
import { checkedTimeZone } from './time-zone.ts';

describe('a time zone', () => {
  it.each(['Europe/Paris', 'America/Argentina/Buenos_Aires', 'UTC'])('is %s', (name) => {
    expect(checkedTimeZone('timeZone', name)).toBe(name);
  });

  it.each(['', 'Paris', 'Mars/Olympus', '+02:00', '-05:00', `Europe/${'x'.repeat(60)}`])('is not « %s »', (name) => {
    expect(() => checkedTimeZone('timeZone', name)).toThrow(expect.objectContaining({ code: 'TIME_ZONE_UNKNOWN', field: 'timeZone' }));
  });
});
