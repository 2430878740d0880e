import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { unusedPort } from './unused-port.ts';

let servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  servers = [];
});

const listenOn = (port: number) =>
  new Promise<void>((resolve, reject) => {
    const server = createServer().once('error', reject);
    servers.push(server);
    server.listen(port, '127.0.0.1', resolve);
  });

describe('an unused port', () => {
  it('is one that a server can listen on, and is not found again while it does', async () => {
    const ports: number[] = [];
    for (let count = 0; count < 40; count += 1) {
      const port = await unusedPort();
      await listenOn(port);
      ports.push(port);
    }
    expect(new Set(ports).size).toBe(40);
  });

  it('is none that systems take for outgoing connections', async () => {
    const ports = await Promise.all(Array.from({ length: 40 }, () => unusedPort()));
    expect(Math.max(...ports)).toBeLessThan(32_768);
  });
});
