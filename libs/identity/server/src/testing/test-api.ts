import { OutboxRelay, Transactions, type Domain } from '@parvis/platform/server';
import { startTestServer, type TestServer } from '@parvis/platform/server/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DynamicModule, Type } from '@nestjs/common';
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

  private constructor(private readonly server: TestServer) {}

  static async start(domains: readonly Domain[], parts: { modules?: (Type | DynamicModule)[]; env?: Record<string, string> } = {}): Promise<TestApi> {
    return new TestApi(await startTestServer(domains, parts));
  }

  get app(): NestExpressApplication {
    return this.server.app;
  }

  get dataSource(): DataSource {
    return this.server.dataSource;
  }

  get url(): string {
    return this.server.url;
  }

  /** What was logged so far, a line of JSON each; nothing unless `env` names a LOG_LEVEL. */
  get log(): string[] {
    return this.server.log;
  }

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  /** Resolves when every event so far was delivered. */
  settled(): Promise<void> {
    return this.app.get(OutboxRelay).settled();
  }

  as(person: { id: string }): Client {
    return this.client(() => this.cookieOf(person.id));
  }

  /** Somebody who has just said again who they are, as administration wants. */
  confirmed(person: { id: string }): Client {
    return this.client(() => this.signIn(person.id, { isConfirmed: true }));
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
    this.server.counter.statements = [];
    await work();
    return this.server.counter.statements.filter((sql) => !/FROM session JOIN person|outbox_event|lock_timeout/.test(sql));
  }

  private async signIn(personId: string, how: { isConfirmed?: boolean } = {}): Promise<string> {
    const origin = { issuer: 'test', nameId: personId, nameIdFormat: null, sessionIndex: null, notOnOrAfter: null };
    const { token } = await this.app.get(Transactions).run((tx) => this.app.get(Sessions, { strict: false }).open(tx, personId, origin, how));
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
