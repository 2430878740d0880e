import { StartFault } from '../start/start-fault.ts';
import { batchSize } from './import-session.ts';

type Step = () => Promise<void>;

/**
 * Regroups what comes into batches, each written by the steps that `prepare` gives for it, one after the other. A step may run while the batch
 * after it is in the step before, and the one after that is being prepared: so many batches are in memory, never more.
 */
export async function inBatches<Item>(groups: AsyncIterable<Item[]>, stopping: AbortSignal, prepare: (batch: Item[]) => Step[]): Promise<void> {
  // What the batch before is doing, by step, and when the one before that is done: however slow the last step, no queue forms.
  let before: Promise<void>[] = [];
  let older: Promise<void> | undefined;
  const write = async (batch: Item[]): Promise<void> => {
    const steps = prepare(batch);
    await Promise.all([before[0], older]);
    if (stopping.aborted) throw new StartFault('Stopped. What is in stays in; run the same again to go on.');
    older = before.at(-1);
    let previous = Promise.resolve();
    before = steps.map((step, i) => {
      previous = Promise.all([previous, before[i]]).then(step);
      // A failure is met by whoever waits for it.
      previous.catch(() => undefined);
      return previous;
    });
  };
  try {
    let batch: Item[] = [];
    for await (const group of groups) {
      for (const item of group) {
        batch.push(item);
        if (batch.length < batchSize) continue;
        await write(batch);
        batch = [];
      }
    }
    if (batch.length > 0) await write(batch);
    await Promise.all([older, ...before]);
  } finally {
    // Nobody may close the connections under a batch, also when reading has failed.
    await Promise.allSettled([older, ...before]);
  }
}
