import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

const names = new Map<string, string>();

/**
 * Runs a statement whose plan each connection keeps: for long SQL that is asked again and again, where planning would take longer than running. PostgreSQL keeps
 * one plan for all parameters after five runs, unless plans made for given parameters look cheaper: hide a parameter from its estimates as `(SELECT $1::type)`.
 * `sql` must be one of few texts, since every connection remembers each.
 */
export async function queryPrepared<Row extends object>(dataSource: DataSource, sql: string, parameters: unknown[]): Promise<Row[]> {
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    await dataSource.logger.logQuery(sql, parameters, runner);
    const { rows } = await client.query<Row>({ name: nameOf(sql), text: sql, values: parameters });
    return rows;
  } finally {
    await runner.release();
  }
}

function nameOf(sql: string): string {
  const known = names.get(sql) ?? createHash('sha256').update(sql).digest('base64url');
  names.set(sql, known);
  return known;
}
