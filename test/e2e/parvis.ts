import { afterAll, beforeAll } from '@jest/globals';
import type pg from 'pg';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { startDatabase, type OwnDatabase } from './own-database.ts';
import { startStack, type Stack } from './stack.ts';
import { Visitor, type VisitorOptions } from './visitor.ts';

interface Parts {
  hasOwnDatabase?: boolean;
  /** What an administrator sets besides; asked for right before the start. */
  env?: () => Promise<Record<string, string>>;
}

/** A whole Parvis with a browser in front of it, for the journeys of one file. */
export class Parvis {
  stack!: Stack;
  browser!: Browser;
  private database: OwnDatabase | undefined;
  private readonly visitors: Visitor[] = [];

  /** Its database, when it has one of its own. */
  get sql(): pg.Client {
    if (!this.database) throw new Error('These journeys share the database that comes with the server: ask for one of their own.');
    return this.database.sql;
  }

  async start({ hasOwnDatabase = false, env }: Parts): Promise<void> {
    if (hasOwnDatabase) this.database = await startDatabase();
    const settings = await env?.();
    const on = this.database ? { dataDir: this.database.dataDir, env: { ...settings, DATABASE_URL: this.database.url } } : { ...(settings && { env: settings }) };
    const starting = [startStack(on).then((stack) => (this.stack = stack)), launchBrowser().then((browser) => (this.browser = browser))];
    // Both, whatever becomes of the other: what has started is ended.
    await Promise.allSettled(starting);
    await Promise.all(starting);
  }

  async stop(): Promise<void> {
    // What a start that failed has left.
    await this.browser?.close();
    await this.stack?.stop();
    await this.database?.stop();
  }

  /** Somebody in front of the browser, whom the identity provider does not know yet. */
  async arrive(options?: VisitorOptions): Promise<Visitor> {
    const visitor = await Visitor.arrive(this.browser, this.stack, options);
    this.visitors.push(visitor);
    return visitor;
  }

  /** Somebody signed in, at an address. */
  async arriveAs(name: string, path: string, options?: VisitorOptions): Promise<Visitor> {
    const visitor = await this.arrive(options);
    await visitor.openAs(name, path);
    return visitor;
  }

  /** What each of them who is still there has before their eyes. */
  async whatVisitorsSee(): Promise<string> {
    const present = this.visitors.filter(({ page }) => !page.isClosed());
    return (await Promise.all(present.map((visitor) => visitor.view()))).join('\n\n');
  }
}

declare global {
  /** Asked when a journey has failed (`journey-environment.mjs`). */
  var whatVisitorsSee: (() => Promise<string>) | undefined;
}

/** Starts a Parvis before the journeys of the file, and ends it after them. To be called first, so that what the file prepares finds it there. */
export function parvisForThisFile(parts: Parts = {}): Parvis {
  const parvis = new Parvis();
  beforeAll(() => parvis.start(parts), 120_000);
  globalThis.whatVisitorsSee = () => parvis.whatVisitorsSee();
  afterAll(() => parvis.stop());
  return parvis;
}
