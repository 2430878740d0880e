import { createApplication, HealthChecks, lookAtMailServer, Mailer, MailRoute, number, pendingMigrations, type Config, type HealthFinding } from '@parvis/platform/server';
import type { DataSource } from 'typeorm';
import { domains } from '../domains.ts';

const silent = { write: () => undefined };

/** Looks at everything that the page of administration looks at, and calls the mail server. It serves nobody, does no work and writes nothing. */
export async function examine(config: Config, dataSource: DataSource): Promise<HealthFinding[]> {
  const lacking = await pendingMigrations(dataSource);
  // Whatever reads a table that is not there yet would say so in its own way.
  if (lacking > 0) return [{ code: 'database.migrations-pending', state: 'fault', facts: { count: number(lacking) } }];
  const app = await createApplication({ config: config.onlooker(), dataSource, domains, logTo: silent });
  try {
    await app.init();
    const checks = app.get(HealthChecks);
    checks.register('mail-server', () => lookAtMailServer(app.get(Mailer), app.get(MailRoute)));
    return await checks.findingsNow();
  } finally {
    await app.close();
  }
}
