export { SqlCounter } from './sql-counter.ts';
export { testDatabase, type TestDatabase } from './test-database.ts';
