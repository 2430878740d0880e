/** Something was not done in the time that it may take. */
export class TookTooLong extends Error {
  readonly code = 'TOOK_TOO_LONG';
}

/** Rejects when `work` has not settled after `limitMs`; the work itself cannot be stopped and its outcome is then ignored. */
export async function within<T>(limitMs: number, work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong(`${what} took longer than ${limitMs} ms.`)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
