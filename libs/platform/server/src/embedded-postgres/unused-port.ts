import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Below the range from which systems take ports of outgoing connections: one that is found there is taken by the next of them before a server listens on it.
const [lowest, beyond] = [20_000, 32_000];
const tries = 50;

/** A port of the loopback address that nobody listens on. Chance keeps those who look at the same time apart. */
export async function unusedPort(): Promise<number> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const port = randomInt(lowest, beyond);
    if (await isUnused(port)) return port;
  }
  throw new Error(`No free port among ${tries} from ${lowest} to ${beyond - 1}.`);
}

/** Of all addresses of this machine: a server listens on one of them or on all. */
function isUnused(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}
