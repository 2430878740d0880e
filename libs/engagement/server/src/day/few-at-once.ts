/** Lets some work at a time, and has the others wait for their turn, in the order in which they came. */
export class FewAtOnce {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(most: number) {
    this.free = most;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      // Whoever waits has the place at once: nobody who comes at this moment can take it.
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
