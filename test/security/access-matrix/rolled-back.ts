import { OutboxRelay } from '@parvis/platform/server';
import type { TestApi } from '@parvis/identity/server/testing';
import { DataSource } from 'typeorm';

interface Connection {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}
type Released = (error?: Error) => void;
interface Driver {
  obtainMasterConnection(): Promise<[Connection, Released]>;
}

/**
 * Lets the server work on one connection whose transaction is taken back afterwards: whatever a mutation changes is gone when the next one comes, and everybody
 * finds the same world. What the server takes for transactions are savepoints meanwhile, one after the other; no event is delivered.
 */
export class RolledBack {
  private readonly driver: Driver;

  private readonly relay: OutboxRelay;

  constructor(api: TestApi) {
    this.driver = api.app.get(DataSource).driver as unknown as Driver;
    this.relay = api.app.get(OutboxRelay);
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const own = this.driver.obtainMasterConnection;
    const { nudge } = this.relay;
    this.relay.nudge = () => undefined;
    const [connection, release] = await own.call(this.driver);
    const turns = new Turns();
    await connection.query('BEGIN');
    this.driver.obtainMasterConnection = async () => [facadeOf(connection, turns), () => undefined];
    try {
      return await work();
    } finally {
      this.driver.obtainMasterConnection = own;
      this.relay.nudge = nudge;
      await connection.query('ROLLBACK');
      release();
    }
  }
}

/** One transaction of the server at a time: savepoints of two would be taken for each other's. */
class Turns {
  private last: Promise<void> = Promise.resolve();

  async take(): Promise<() => void> {
    const before = this.last;
    let end: () => void = () => undefined;
    this.last = new Promise((resolve) => (end = resolve));
    await before;
    return end;
  }
}

/** What one query runner of TypeORM sees of the connection. */
function facadeOf(connection: Connection, turns: Turns): Connection & { on(): void; removeListener(): void } {
  let end: (() => void) | null = null;
  const query = async (sql: string, parameters?: unknown[]): Promise<unknown> => {
    if (sql === 'START TRANSACTION') {
      end = await turns.take();
      return connection.query('SAVEPOINT work');
    }
    if (sql.startsWith('SET TRANSACTION ISOLATION LEVEL')) return { rows: [], command: 'SET' };
    if (sql !== 'COMMIT' && sql !== 'ROLLBACK') return connection.query(sql, parameters);
    try {
      if (sql === 'ROLLBACK') await connection.query('ROLLBACK TO SAVEPOINT work');
      return await connection.query('RELEASE SAVEPOINT work');
    } finally {
      end?.();
    }
  };
  return { query, on: () => undefined, removeListener: () => undefined };
}
