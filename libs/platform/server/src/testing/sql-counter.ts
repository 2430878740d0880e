import type { Logger } from 'typeorm';

/** Counts the statements that are sent to the database; transaction commands apart. */
export class SqlCounter implements Logger {
  statements: string[] = [];

  logQuery(sql: string): void {
    if (!/^(START TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/.test(sql)) this.statements.push(sql);
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
