import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pendingMigrations } from '../database/pending-migrations.ts';
import { Metrics } from '../http/metrics.ts';
import { bytes, type HealthFinding, milliseconds, number, text } from './health-check.ts';
import { HealthChecks } from './health-checks.ts';

interface Measured {
  version: string;
  bytes: string;
  connections: number;
  mostConnections: number;
  oldestAt: Date | null;
  oldestSeconds: number;
  wraparoundShare: number;
}

const longSeconds = { attention: 300, fault: 3_600 };
const fullShare = { attention: 0.8, fault: 0.95 };
/** Of the transactions that PostgreSQL can number before it stops writing; it looks after it by itself long before. */
const oldShare = 0.5;
/** SAML messages and sessions are read by the clock: identity providers mostly bear a minute or so. */
const apartMs = { attention: 2_000, fault: 30_000 };

/** What PostgreSQL tells of itself. */
@Injectable()
export class DatabaseHealth implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checks: HealthChecks,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.checks.register('database', () => this.look());
    this.checks.register('clock', async () => [await this.clock()]);
    const figures: [name: string, help: string, of: (measured: Measured) => number][] = [
      ['parvis_database_bytes', 'Size of the database on its disk.', (measured) => Number(measured.bytes)],
      ['parvis_database_connections', 'Open connections to the server of the database, by whomever.', (measured) => measured.connections],
      ['parvis_database_connections_most', 'Connections that the server of the database takes.', (measured) => measured.mostConnections],
      ['parvis_database_oldest_transaction_seconds', 'How long the oldest open transaction on the database has been open.', (measured) => measured.oldestSeconds],
    ];
    for (const [name, help, of] of figures) this.metrics.gauge({ name, help, labelNames: [], read: async () => [{ value: of(await this.measure()) }] });
    this.metrics.gauge({ name: 'parvis_clock_difference_seconds', help: 'By how much the clock of this process is ahead of that of the database.', labelNames: [], read: async () => [{ value: (await this.aheadMs()) / 1_000 }] });
  }

  private async look(): Promise<HealthFinding[]> {
    const measured = await this.measure();
    const { connections, mostConnections, oldestAt, oldestSeconds } = measured;
    const used = connections / mostConnections;
    const [pending, invalid] = [await pendingMigrations(this.dataSource), await this.invalidIndexes()];
    const findings: (HealthFinding | false)[] = [
      { code: 'database.answers', state: 'fine', facts: { version: text(measured.version), size: bytes(Number(measured.bytes)), connections: number(connections), most: number(mostConnections) } },
      pending > 0 && { code: 'database.migrations-pending', state: 'fault', facts: { count: number(pending) } },
      oldestSeconds > longSeconds.attention && { code: 'database.long-transaction', state: oldestSeconds > longSeconds.fault ? 'fault' : 'attention', since: oldestAt },
      used > fullShare.attention && { code: 'database.connections', state: used > fullShare.fault ? 'fault' : 'attention', facts: { connections: number(connections), most: number(mostConnections) } },
      measured.wraparoundShare > oldShare && { code: 'database.wraparound', state: 'fault' },
      invalid.length > 0 && { code: 'database.invalid-index', state: 'attention', facts: { indexes: text(invalid.join(', ')) } },
    ];
    return findings.filter((finding) => finding !== false);
  }

  private async measure(): Promise<Measured> {
    const [measured]: [Measured] = await this.dataSource.query(`
      SELECT current_setting('server_version') AS version, pg_database_size(current_database())::text AS bytes,
        (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
        current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS "mostConnections",
        oldest.at AS "oldestAt", coalesce(extract(epoch FROM now() - oldest.at), 0)::float AS "oldestSeconds",
        (SELECT age(datfrozenxid)::float / 2147483647 FROM pg_database WHERE datname = current_database()) AS "wraparoundShare"
      FROM (SELECT min(xact_start) AS at FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend') oldest`);
    return measured;
  }

  /** What a build that was cut short leaves: it is kept up to date, and nobody reads it. */
  private async invalidIndexes(): Promise<string[]> {
    const rows: { name: string }[] = await this.dataSource.query(
      `SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT i.indisvalid AND n.nspname = 'public' ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  }

  private async clock(): Promise<HealthFinding> {
    const aheadMs = await this.aheadMs();
    const apart = Math.abs(aheadMs);
    if (apart <= apartMs.attention) return { code: 'clock.agrees', state: 'fine' };
    return { code: aheadMs > 0 ? 'clock.ahead' : 'clock.behind', state: apart > apartMs.fault ? 'fault' : 'attention', facts: { difference: milliseconds(apart) } };
  }

  private async aheadMs(): Promise<number> {
    const before = Date.now();
    const [{ at }]: [{ at: Date }] = await this.dataSource.query('SELECT clock_timestamp() AS at');
    // Its answer was given somewhere on the way.
    return (before + Date.now()) / 2 - at.getTime();
  }
}
