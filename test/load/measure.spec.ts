import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drive, figuresOf, percentile, send } from './measure.ts';

describe('figures', () => {
  it.each([
    [[1, 2, 3, 4], 0.5, 2],
    [[1, 2, 3, 4], 0.95, 4],
    [[7], 0.5, 7],
    [Array.from({ length: 100 }, (_, i) => i + 1), 0.95, 95],
  ])('of %j: the share %d does not exceed %d', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });

  it('do not depend on the order of the answers', () => {
    expect(figuresOf([3, 1, 2.04], 2)).toEqual({ requests: 3, perSecond: 1.5, p50Ms: 2, p95Ms: 3, p99Ms: 3, worstMs: 3 });
  });
});

describe('a drive', () => {
  let server: Server;
  let url: string;
  let cookies: (string | undefined)[];

  beforeAll(async () => {
    cookies = [];
    server = createServer((request, response) => {
      cookies.push(request.headers.cookie);
      if (request.url === '/campaign-files/c/ideas.csv') return void (request.headers.cookie === 'refused' ? response.writeHead(403).end('CAMPAIGN_NOT_YOURS') : response.end('12345'));
      response.end(JSON.stringify(request.headers.cookie === 'refused' ? { errors: [{ message: 'No.', extensions: { code: 'UNAUTHENTICATED' } }] } : { data: { done: true } }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('asks from as many connections as told, a new number each time, and counts every answer', async () => {
    const numbers: number[] = [];
    const figures = await drive({
      seconds: 0.05,
      connections: 3,
      ask: async (number) => {
        numbers.push(number);
        await send(url, `a=${number}`, { query: '{ done }', variables: {} });
      },
    });
    expect(figures.requests).toBe(numbers.length);
    expect(numbers).toEqual(numbers.map((_, i) => i));
    expect(cookies.length).toBe(numbers.length);
    expect(figures.p50Ms).toBeLessThanOrEqual(figures.p99Ms);
  });

  it('reads a file to its end, and fails when it is refused', async () => {
    const ask = { file: '/campaign-files/c/ideas.csv' };
    expect(await send(url, 'a', ask)).toBe(5);
    await expect(send(url, 'refused', ask)).rejects.toThrow('403 CAMPAIGN_NOT_YOURS');
  });

  it('fails when the server refuses: an error must not pass for a quick answer', async () => {
    await expect(drive({ seconds: 1, connections: 1, ask: async () => void (await send(url, 'refused', { query: '{ done }', variables: {} })) })).rejects.toThrow('UNAUTHENTICATED');
  });
});
