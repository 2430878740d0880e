import { createHash } from 'node:crypto';

/** After this many sign-ins towards the same page in a minute, something sends the browser round in circles. */
export const mostAttemptsAtOnePage = 5;
/** A browser that reopens its tabs signs in once for each of them; beyond this it is a circle all the same. */
export const mostAttempts = 30;
export const attemptWindowMs = 60_000;

/** The sign-ins that one browser began in the last minute, kept by the browser itself: only its own peace is at stake. */
export class Attempts {
  private readonly entries: readonly { at: number; page: string }[];

  private constructor(entries: readonly { at: number; page: string }[]) {
    this.entries = entries;
  }

  /** Reads the cookie; what cannot be read counts as no attempt. */
  static read(cookie: string | undefined, now: Date): Attempts {
    const entries = (cookie ?? '').split('.').flatMap((entry) => {
      const [at, page] = entry.split('-');
      const time = Number.parseInt(at ?? '', 36);
      return page && time <= now.getTime() && time > now.getTime() - attemptWindowMs ? [{ at: time, page }] : [];
    });
    return new Attempts(entries);
  }

  with(address: string, now: Date): Attempts {
    return new Attempts([...this.entries, { at: now.getTime(), page: pageKey(address) }].slice(-mostAttempts - 1));
  }

  get tooMany(): boolean {
    const counts = Map.groupBy(this.entries, (entry) => entry.page);
    return this.entries.length > mostAttempts || [...counts.values()].some((same) => same.length > mostAttemptsAtOnePage);
  }

  toString(): string {
    return this.entries.map(({ at, page }) => `${at.toString(36)}-${page}`).join('.');
  }
}

function pageKey(address: string): string {
  return createHash('sha256').update(address).digest('hex').slice(0, 8);
}
