import { describe, expect, it } from '@jest/globals';
import { attemptWindowMs, Attempts, mostAttempts, mostAttemptsAtOnePage } from './attempts.ts';

const start = Date.now();
function after(pages: string[], { everyMs = 100 } = {}): Attempts {
  let cookie: string | undefined;
  let attempts = Attempts.read(cookie, new Date(start));
  pages.forEach((page, index) => {
    const now = new Date(start + index * everyMs);
    attempts = Attempts.read(cookie, now).with(page, now);
    cookie = attempts.toString();
  });
  return attempts;
}
const times = (count: number, page: (index: number) => string) => Array.from({ length: count }, (_, index) => page(index));

describe('sign-in attempts of one browser', () => {
  it.each([
    ['a few at one page', times(mostAttemptsAtOnePage, () => '/'), {}, false],
    ['one more at one page', times(mostAttemptsAtOnePage + 1, () => '/'), {}, true],
    ['many tabs at once', times(12, (index) => `/ideas/${index}`), {}, false],
    ['a circle through ever new addresses', times(mostAttempts + 1, (index) => `/ideas/${index}`), {}, true],
    ['the same page over several minutes', times(20, () => '/'), { everyMs: attemptWindowMs / 4 }, false],
  ])('%s', (_, pages, options, tooMany) => {
    expect(after(pages, options).tooMany).toBe(tooMany);
  });

  it.each([undefined, '', 'x', '.-.-', 'zzzzzzzzzzz-abc', `${(start + 1e6).toString(36)}-abc`])('reads nothing from the cookie %j', (cookie) => {
    expect(Attempts.read(cookie, new Date(start)).toString()).toBe('');
  });

  it('keeps the cookie small', () => {
    expect(after(times(200, (index) => `/${index}`)).toString().length).toBeLessThan(1000);
  });
});
