import { createApplication, Readiness, type Config } from '@parvis/platform/server';
import { domains } from '../domains.ts';
import { seedDemoCompany } from '../import/demo-seed.ts';
import { builtDocuments, pagesAreBuilt, WebModule } from '../web/web.module.ts';
import { openDatabase, requireWritable } from './database.ts';
import { startDemoIdentityProvider } from './demo-identity-provider.ts';
import { requireFreePort } from './free-port.ts';
import type { Progress } from './progress.ts';
import { bringUpToDate } from './schema.ts';
import { StartFault } from './start-fault.ts';
import { welcome } from './welcome.ts';

type Cleanup = () => Promise<void>;

/** Runs until `stopping`: whatever was started is stopped again in reverse order, also when a later step of the start fails. */
export async function runServer(config: Config, progress: Progress, stopping: AbortSignal): Promise<void> {
  const cleanups: Cleanup[] = [];
  try {
    // A worker signs nobody in: the demo is the business of those that answer.
    const demo = config.answers && config.identityProviders.length === 0;
    await requireStartable(config, demo);
    const database = await openDatabase(config, domains, progress.step);
    cleanups.push(database.close);
    await bringUpToDate(config, domains, database.dataSource, progress.step);
    if (demo) await seedDemoCompany(database.dataSource, progress.step);
    if (stopping.aborted) return;
    const app = await besides(createApplication({ config, dataSource: database.dataSource, domains, modules: config.answers ? [WebModule] : [], documents: builtDocuments() }), async () => {
      if (demo) cleanups.push((await startDemoIdentityProvider(config)).stop);
    });
    cleanups.push(() => app.close());
    await app.listen(config.port).catch((error: NodeJS.ErrnoException) => {
      throw new StartFault(`Port ${config.port} cannot be used (${error.code ?? error.message}): set PORT to a free port.`);
    });
    app.get(Readiness).startFinished();
    progress.end();
    process.stdout.write(await welcome(config, database.dataSource, demo));
    await Promise.race([aborted(stopping), database.ended]);
    if (!stopping.aborted) throw new StartFault('PostgreSQL has ended by itself: look at the free disk and memory, then start again.');
    progress.step('Stopping…');
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup();
    progress.end();
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })));

/** Waits for both, also when one fails: what the other has started must be known before it can be stopped. */
async function besides<T>(main: Promise<T>, other: () => Promise<void>): Promise<T> {
  const [result, aside] = await Promise.allSettled([main, other()]);
  if (result.status === 'rejected') throw result.reason;
  if (aside.status === 'rejected') throw aside.reason;
  return result.value;
}

async function requireStartable(config: Config, demo: boolean): Promise<void> {
  if (config.answers && !pagesAreBuilt()) throw new StartFault('The web pages are not built: run npm start, or npx nx run-many -t build.');
  requireWritable(config.dataDir);
  await requireFreePort(config.port, 'PORT');
  if (demo) await requireFreePort(config.demoIdpPort, 'DEMO_IDP_PORT', '127.0.0.1');
}
