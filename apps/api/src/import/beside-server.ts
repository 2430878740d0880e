import { Config, runningEmbeddedPostgres } from '@parvis/platform/server';

/** While the server runs, the embedded PostgreSQL is its own: we only connect to it. */
export async function besideServer(config: Config): Promise<Config> {
  const url = config.databaseUrl ? null : await runningEmbeddedPostgres(config.dataDir);
  return url ? Config.of({ ...process.env, DATABASE_URL: url }) : config;
}
