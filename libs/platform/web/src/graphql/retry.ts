const delaysMs = [300, 1_200];

/**
 * Tries again when the network failed, never when the server answered. For queries only: a mutation that got
 * lost may well have been done.
 */
export const fetchWithRetry: typeof fetch = async (input, init) => {
  for (const delayMs of delaysMs) {
    try {
      return await fetch(input, init);
    } catch (error) {
      if (init?.signal?.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }
  return fetch(input, init);
};
