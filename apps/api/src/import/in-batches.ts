import { StartFault } from '../start/start-fault.ts';
import { batchSize } from './import-session.ts';

/**
 * Regroups what comes into batches. `prepare` makes ready what is written, while PostgreSQL still writes the batch before: two batches are in
 * memory, never more.
 */
export async function inBatches<Item>(groups: AsyncIterable<Item[]>, stopping: AbortSignal, prepare: (batch: Item[]) => () => Promise<void>): Promise<void> {
  let writing = Promise.resolve();
  const next = async (batch: Item[]): Promise<void> => {
    const write = prepare(batch);
    await writing;
    if (stopping.aborted) throw new StartFault('Stopped. What is in stays in; run the same again to go on.');
    writing = write();
    // Its failure is met when the next one waits for it.
    writing.catch(() => undefined);
  };
  try {
    let batch: Item[] = [];
    for await (const group of groups) {
      for (const item of group) {
        batch.push(item);
        if (batch.length < batchSize) continue;
        await next(batch);
        batch = [];
      }
    }
    if (batch.length > 0) await next(batch);
    await writing;
  } finally {
    // Nobody may close the connection under a batch, also when reading has failed.
    await writing.catch(() => undefined);
  }
}
