import type { AddressInfo } from 'node:net';
import { Config, createApplication, dataSourceOf, OutboxRelay, Transactions, type Domain } from '@parvis/platform/server';
import { SqlCounter, testDatabase, type TestDatabase } from '@parvis/platform/server/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Type } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { Sessions } from '../session/sessions.ts';

/** What GraphQL answered with an error. */
export class ApiError extends Error {
  readonly code: string;
  readonly field: string | undefined;
  readonly params: Record<string, unknown>;

  constructor({ message, extensions }: { message: string; extensions?: { code?: string; field?: string; params?: Record<string, unknown> } }) {
    super(`${extensions?.code ?? 'UNKNOWN'}: ${message}`);
    this.code = extensions?.code ?? 'UNKNOWN';
    this.field = extensions?.field;
    this.params = extensions?.params ?? {};
  }
}

/** Somebody at a keyboard. */
export interface Client {
  /** Runs a GraphQL operation; throws ApiError for its first error. */
  send<T = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<T>;
}

/** The whole server for tests, on a database of its own and a port of its own. */
export class TestApi {
  private readonly cookies = new Map<string, Promise<string>>();

  private constructor(
    readonly app: NestExpressApplication,
    readonly dataSource: DataSource,
    private readonly counter: SqlCounter,
    private readonly database: TestDatabase,
    readonly url: string,
  ) {}

  static async start(domains: readonly Domain[], { modules = [], env = {} }: { modules?: Type[]; env?: Record<string, string> } = {}): Promise<TestApi> {
    const database = await testDatabase();
    const counter = new SqlCounter();
    const dataSource = dataSourceOf(domains, database.url, { poolSize: 5 });
    dataSource.setOptions({ logger: counter, logging: true });
    await dataSource.initialize();
    const config = Config.of({ NODE_ENV: 'test', LOG_LEVEL: 'silent', ...env });
    const app = await createApplication({ config, dataSource, domains, modules });
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    return new TestApi(app, dataSource, counter, database, `http://127.0.0.1:${port}`);
  }

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  async stop(): Promise<void> {
    await this.app.close();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
    await this.database.drop();
  }

  /** Resolves when every event so far was delivered. */
  settled(): Promise<void> {
    return this.app.get(OutboxRelay).settled();
  }

  as(person: { id: string }): Client {
    return this.client(() => this.cookieOf(person.id));
  }

  anonymous(): Client {
    return this.client(async () => '');
  }

  /** The Cookie header of a signed-in person. */
  async cookieOf(personId: string): Promise<string> {
    let cookie = this.cookies.get(personId);
    if (!cookie) {
      cookie = this.signIn(personId);
      this.cookies.set(personId, cookie);
    }
    return cookie;
  }

  /** The SQL statements that `work` sends, the check of the session left out. */
  async statementsOf(work: () => Promise<unknown>): Promise<string[]> {
    await this.settled();
    this.counter.statements = [];
    await work();
    return this.counter.statements.filter((sql) => !/FROM session JOIN person|outbox_event/.test(sql));
  }

  private async signIn(personId: string): Promise<string> {
    const origin = { issuer: 'test', nameId: personId, nameIdFormat: null, sessionIndex: null, notOnOrAfter: null };
    const { token } = await this.app.get(Transactions).run((tx) => this.app.get(Sessions, { strict: false }).open(tx, personId, origin));
    return `parvis=${token}`;
  }

  private client(cookieOf: () => Promise<string>): Client {
    const url = this.url;
    return {
      async send<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie: await cookieOf() },
          body: JSON.stringify({ query, variables }),
        });
        const { data, errors } = (await response.json()) as { data: T; errors?: ConstructorParameters<typeof ApiError>[0][] };
        if (errors?.[0]) throw new ApiError(errors[0]);
        return data;
      },
    };
  }
}
