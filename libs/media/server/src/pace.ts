/** How often each person may try something: at most `tries` within `windowMs`. Kept in this process: a brake, not a count. */
export class Pace {
  private readonly tries = new Map<string, number[]>();
  private readonly max: number;
  private readonly windowMs: number;

  constructor({ tries, windowMs }: { tries: number; windowMs: number }) {
    this.max = tries;
    this.windowMs = windowMs;
  }

  /** Notes a try. Returns null when it is allowed, else the seconds to wait. */
  waitFor(personId: string, now = Date.now()): number | null {
    const recent = (this.tries.get(personId) ?? []).filter((at) => at > now - this.windowMs);
    const oldest = recent[0];
    if (oldest !== undefined && recent.length >= this.max) return Math.ceil((oldest + this.windowMs - now) / 1000);
    this.forgetIdle(now);
    this.tries.set(personId, [...recent, now]);
    return null;
  }

  /** People who came once must not fill the memory for ever. */
  private forgetIdle(now: number): void {
    if (this.tries.size < 10_000) return;
    for (const [personId, times] of this.tries) if ((times.at(-1) ?? 0) <= now - this.windowMs) this.tries.delete(personId);
  }
}
