import type { DataSource, EntityManager } from 'typeorm';

// Any number will do, as long as it stays the same: whoever holds it changes what days hold.
const turnLock = 7_265_101;

/** Runs `work` in a transaction of its own, one after the other in all processes, for as long as it takes. */
export function rollUpTurn<T>(dataSource: DataSource, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  return dataSource.transaction(async (manager) => {
    await manager.query(`SELECT set_config('statement_timeout', '0', true), pg_advisory_xact_lock($1)`, [turnLock]);
    return work(manager);
  });
}
