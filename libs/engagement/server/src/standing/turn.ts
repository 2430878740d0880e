import { setImmediate } from 'node:timers/promises';

/** Requests wait no longer than this for work that is done beside them. */
const longestMs = 10;

/** Work that is long lets others work in between: `if (turn.isOver) await turn.pass()`. */
export class Turn {
  private since = performance.now();

  get isOver(): boolean {
    return performance.now() - this.since > longestMs;
  }

  async pass(): Promise<void> {
    await setImmediate();
    this.since = performance.now();
  }
}
