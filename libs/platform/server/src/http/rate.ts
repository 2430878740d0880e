/** Lets so many through in a window of time, for each key, in this process. Bounded: whoever invents keys pushes out the oldest ones. */
export class Rate {
  private readonly windows = new Map<string, { endsAt: number; count: number }>();

  constructor(
    private readonly most: number,
    private readonly windowMs: number,
    private readonly mostKeys = 10_000,
  ) {}

  /** Seconds to wait; 0: it may go on. Counts. */
  take(key: string, now = Date.now()): number {
    const window = this.live(key, now) ?? this.open(key, now);
    window.count += 1;
    return window.count > this.most ? Math.ceil((window.endsAt - now) / 1_000) : 0;
  }

  /** The same without counting. */
  wait(key: string, now = Date.now()): number {
    const window = this.live(key, now);
    return window && window.count >= this.most ? Math.ceil((window.endsAt - now) / 1_000) : 0;
  }

  /** Whether this is the first one of its window. Counts. */
  isFirst(key: string, now = Date.now()): boolean {
    this.take(key, now);
    return this.windows.get(key)?.count === 1;
  }

  private live(key: string, now: number) {
    const window = this.windows.get(key);
    return window && window.endsAt > now ? window : undefined;
  }

  private open(key: string, now: number) {
    this.windows.delete(key);
    const [oldest] = this.windows.keys();
    if (this.windows.size >= this.mostKeys && oldest !== undefined) this.windows.delete(oldest);
    const window = { endsAt: now + this.windowMs, count: 0 };
    this.windows.set(key, window);
    return window;
  }
}
