import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { fetchWithRetry } from './retry.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('fetchWithRetry', () => {
  it('tries again when the network failed, and gives the answer that came', async () => {
    const fetch = vi.fn().mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValue(new Response('here'));
    vi.stubGlobal('fetch', fetch);
    const answer = fetchWithRetry('/graphql');
    await vi.runAllTimersAsync();

    expect(await (await answer).text()).toBe('here');
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('gives up after three times', async () => {
    const fetch = vi.fn().mockRejectedValue(new TypeError('Failed to fetch'));
    vi.stubGlobal('fetch', fetch);
    const answer = expect(fetchWithRetry('/graphql')).rejects.toThrow('Failed to fetch');
    await vi.runAllTimersAsync();
    await answer;

    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it.each([500, 503])('takes %i for an answer', async (status) => {
    const fetch = vi.fn().mockResolvedValue(new Response('', { status }));
    vi.stubGlobal('fetch', fetch);

    expect((await fetchWithRetry('/graphql')).status).toBe(status);
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});
