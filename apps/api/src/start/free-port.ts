import { createServer } from 'node:net';
import { StartFault } from './start-fault.ts';

/** Tried before anything is started, so that nothing is left half-started. Throws StartFault with what to do. */
export async function requireFreePort(port: number, variable: string, host?: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new StartFault(`Port ${port} is taken by another program: stop it, or set ${variable} to a free port.`));
      else reject(new StartFault(`Port ${port} cannot be used (${error.code ?? error.message}): set ${variable} to another port.`));
    });
    probe.listen({ port, ...(host && { host }) }, () => probe.close(() => resolve()));
  });
}
