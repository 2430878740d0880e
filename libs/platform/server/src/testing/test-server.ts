import type { AddressInfo } from 'node:net';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DataSource } from 'typeorm';
import { Config } from '../config/config.ts';
import { dataSourceOf } from '../database/data-source.ts';
import type { Domain } from '../database/domain.ts';
import type { TrustedDocuments } from '../graphql/trusted-documents.ts';
import { createApplication } from '../http/application.ts';
import { SqlCounter } from './sql-counter.ts';
import { asRunning, testDatabase } from './test-database.ts';

export interface TestServer {
  app: NestExpressApplication;
  /** As the owner of the tables, for what a test looks at or prepares; the server itself runs as the account of a company's server. */
  dataSource: DataSource;
  counter: SqlCounter;
  url: string;
  /** What was logged so far, a line of JSON each; nothing unless `env` names a LOG_LEVEL. */
  log: string[];
  stop(): Promise<void>;
}

/** A server of the given domains for a test file, on a database of its own and a port of its own. */
export async function startTestServer(
  domains: readonly Domain[],
  { modules = [], documents, env = {} }: { modules?: (Type | DynamicModule)[]; documents?: TrustedDocuments; env?: Record<string, string> } = {},
): Promise<TestServer> {
  const database = await testDatabase();
  const counter = new SqlCounter();
  const dataSource = dataSourceOf(domains, database.url, { poolSize: 5 });
  const running = dataSourceOf(domains, asRunning(database.url), { poolSize: 5 });
  running.setOptions({ logger: counter, logging: true });
  const log: string[] = [];
  const stopDatabase = async () => {
    for (const opened of [running, dataSource]) if (opened.isInitialized) await opened.destroy();
    await database.drop();
  };
  try {
    await Promise.all([running.initialize(), dataSource.initialize()]);
    const config = Config.of({ NODE_ENV: 'test', LOG_LEVEL: 'silent', ...env });
    const app = await createApplication({ config, dataSource: running, domains, modules, ...(documents && { documents }), logTo: { write: (line) => void log.push(line) } });
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const stop = async () => {
      await app.close();
      await stopDatabase();
    };
    return { app, dataSource, counter, log, url: `http://127.0.0.1:${port}`, stop };
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}
