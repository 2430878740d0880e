import { createHash } from 'node:crypto';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { sessionOptions } from './data-source.ts';

// More would only wait for processors. They stay open: what they have planned goes with them.
const connections = 6;

/**
 * Runs long statements that are asked again and again, where planning would take longer than running. They have a few connections of their own, and each of
 * them plans a statement once, whatever its parameters: a plan must be good for all of them.
 */
@Injectable()
export class PreparedStatements implements OnApplicationShutdown {
  private readonly logger = new Logger(PreparedStatements.name);
  private readonly names = new Map<string, string>();
  private readonly pool: pg.Pool;

  constructor(private readonly dataSource: DataSource) {
    const { url } = dataSource.options as { url?: string };
    this.pool = new pg.Pool({
      connectionString: url, max: connections, idleTimeoutMillis: 0, connectionTimeoutMillis: 5_000, keepAlive: true, application_name: 'parvis prepared',
      options: `${sessionOptions} -c plan_cache_mode=force_generic_plan`,
    });
    // Of a connection that nobody uses just now; the next statement opens another.
    this.pool.on('error', (error) => this.logger.warn({ err: error }, 'A connection for prepared statements is lost.'));
  }

  /** `sql` must be one of few texts: every connection remembers each. Outside of transactions. */
  async query<Row extends object>(sql: string, parameters: unknown[]): Promise<Row[]> {
    await this.dataSource.logger.logQuery(sql, parameters);
    const { rows } = await this.pool.query<Row>({ name: this.nameOf(sql), text: sql, values: parameters });
    return rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private nameOf(sql: string): string {
    const name = this.names.get(sql) ?? createHash('sha256').update(sql).digest('base64url');
    this.names.set(sql, name);
    return name;
  }
}
