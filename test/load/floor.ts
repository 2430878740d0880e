import pg from 'pg';
import { type Ask, type Figures, figuresOf, send } from './measure.ts';
import type { SignedInPerson } from './server.ts';
import { serverPart } from './world.ts';

interface Statement {
  sql: string;
  parameters: unknown[];
  /** Planned once for all parameters, as the server does with it. */
  isPrepared: boolean;
}

const connectTo = async (url: string, options: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url, options: `-c jit=off -c pg_trgm.word_similarity_threshold=0.45 ${options}` });
  await client.connect();
  return client;
};

/**
 * What the database alone takes for the same: the statements of some requests are written down by a server in this process, and sent again by bare pg, one
 * after the other. A machine that is busy slows both down, so that their ratio stays comparable.
 */
export async function floorOf({ databaseUrl, asks, people }: { databaseUrl: string; asks: readonly Ask[]; people: readonly SignedInPerson[] }): Promise<{ figures: Figures; statementsPerRequest: number }> {
  const requests = await recorded(databaseUrl, asks, people);
  const [client, planned] = await Promise.all([connectTo(databaseUrl, ''), connectTo(databaseUrl, '-c plan_cache_mode=force_generic_plan')]);
  const names = new Map<string, string>();
  const nameOf = (sql: string): string => names.get(sql) ?? names.set(sql, `statement ${names.size}`).get(sql) ?? '';
  const replay = async (statements: readonly Statement[]): Promise<number> => {
    const since = performance.now();
    for (const { sql, parameters, isPrepared } of statements) await (isPrepared ? planned.query({ name: nameOf(sql), text: sql, values: parameters }) : client.query(sql, parameters));
    return performance.now() - since;
  };
  try {
    for (const statements of requests) await replay(statements);
    const startedAt = performance.now();
    const timesMs: number[] = [];
    for (const statements of requests) timesMs.push(await replay(statements));
    const statementsPerRequest = requests.reduce((sum, statements) => sum + statements.length, 0) / requests.length;
    return { figures: figuresOf(timesMs, (performance.now() - startedAt) / 1000), statementsPerRequest: Math.round(statementsPerRequest * 10) / 10 };
  } finally {
    await Promise.all([client.end(), planned.end()]);
  }
}

/** The statements that each request sends, in their order; background work apart. */
async function recorded(databaseUrl: string, asks: readonly Ask[], people: readonly SignedInPerson[]): Promise<Statement[][]> {
  const { createApplication, dataSourceOf, Config, PreparedStatements } = await serverPart<typeof import('@parvis/platform/server')>('platform');
  const { domains } = await serverPart<{ domains: Parameters<typeof dataSourceOf>[0] }>('domains');
  let statements: Statement[] = [];
  const prepared = new Set<string>();
  const nothing = (): void => undefined;
  const logQuery = (sql: string, parameters: unknown[] = []): void => void (/outbox_event|search_unread|pgboss|^(START|COMMIT|ROLLBACK)/.test(sql) || statements.push({ sql, parameters, isPrepared: prepared.has(sql) }));
  const dataSource = dataSourceOf(domains, databaseUrl, { poolSize: 12 });
  dataSource.setOptions({ logging: true, logger: { logQuery, logQueryError: nothing, logQuerySlow: nothing, logSchemaBuild: nothing, logMigration: nothing, log: nothing } });
  await dataSource.initialize();
  try {
    const app = await createApplication({ config: Config.of({ PARVIS_ROLE: 'web', LOG_LEVEL: 'silent' }), dataSource, domains, modules: [], logTo: { write: nothing } });
    const long = app.get(PreparedStatements, { strict: false });
    const query = long.query.bind(long);
    long.query = (sql, parameters) => query(prepared.add(sql) && sql, parameters);
    await app.listen(0, '127.0.0.1');
    try {
      const url = `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`;
      const requests: Statement[][] = [];
      for (const [i, ask] of asks.entries()) {
        statements = [];
        await send(url, people[i % people.length]?.cookie ?? '', ask);
        requests.push(statements);
      }
      return requests;
    } finally {
      await app.close();
    }
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}
