import { hostname } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.ts';
import { Metrics } from '../http/metrics.ts';
import { newId } from '../paging/uuid.ts';
import { Realtime } from '../realtime/realtime.ts';
import { version } from '../version.ts';
import { bytes, type HealthFinding, milliseconds, number, text } from './health-check.ts';
import { HealthChecks } from './health-checks.ts';
import { ServerProcessEntity } from './server-process.entity.ts';

const everyMs = 15_000;
/** Four times unheard of: it hangs, was killed, or has lost the database. */
const silentAfterMs = 60_000;
const forgetAfter = `interval '1 day'`;
const slowMs = 250;
const fullShare = 0.9;

/** The processes of Parvis: each writes down how it is, so that any of them can tell of all. */
@Injectable()
export class ServerProcesses implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  readonly self = newId();
  private readonly logger = new Logger(ServerProcesses.name);
  private readonly startedAt = new Date(Date.now() - process.uptime() * 1_000);
  private delays: ReturnType<typeof monitorEventLoopDelay> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly realtime: Realtime,
    private readonly checks: HealthChecks,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.checks.register('processes', () => this.look());
    this.metrics.gauge({
      name: 'parvis_server_processes',
      help: 'Processes of Parvis that told of themselves in the last minute, by what they do.',
      labelNames: ['role'],
      read: async () => [...Map.groupBy((await this.all()).filter(isHeard), ({ role }) => role)].map(([role, { length }]) => ({ role, value: length })),
    });
  }

  onApplicationBootstrap(): void {
    if (this.config.test || !this.isOne) return;
    this.delays = monitorEventLoopDelay({ resolution: 20 });
    this.delays.enable();
    const tell = () => void this.beat().catch((error: Error) => this.logger.warn(`This process cannot tell how it is: ${error.message}`));
    this.timer = setInterval(tell, everyMs).unref();
    tell();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.delays?.disable();
    await this.dataSource.manager.delete(ServerProcessEntity, { id: this.self }).catch(() => undefined);
  }

  /** Writes down how this process is, and forgets those that were killed. By the clock of the database: theirs may differ. */
  async beat(): Promise<void> {
    const heap = getHeapStatistics();
    // The histogram waits for 20 ms by itself.
    const delayMs = this.delays && this.delays.count > 0 ? Math.max(0, Math.round(this.delays.percentile(99) / 1e6) - 20) : 0;
    this.delays?.reset();
    await this.dataSource.query(
      `INSERT INTO server_process (id, host, role, version, started_at, seen_at, memory_bytes, heap_share, delay_ms, sockets) VALUES ($1, $2, $3, $4, $5, now(), $6, $7, $8, $9)
       ON CONFLICT (id) DO UPDATE SET seen_at = now(), memory_bytes = EXCLUDED.memory_bytes, heap_share = EXCLUDED.heap_share, delay_ms = EXCLUDED.delay_ms, sockets = EXCLUDED.sockets`,
      [this.self, hostname(), this.config.role, version, this.startedAt, process.memoryUsage.rss(), heap.used_heap_size / heap.heap_size_limit, delayMs, this.realtime.connections],
    );
    await this.dataSource.query(`DELETE FROM server_process WHERE seen_at < now() - ${forgetAfter}`);
  }

  /** Those that are there or were within a day, by host. */
  async all(): Promise<ServerProcessEntity[]> {
    return this.dataSource.manager.find(ServerProcessEntity, { order: { host: 'ASC', startedAt: 'ASC' } });
  }

  /** An onlooker is none of them. */
  private get isOne(): boolean {
    return this.config.answers || this.config.works;
  }

  private async look(): Promise<HealthFinding[]> {
    if (this.isOne) await this.beat();
    const all = await this.all();
    const heard = all.filter(isHeard);
    const versions = [...new Set(heard.map((each) => each.version))].sort();
    const missing = (['worker', 'web'] as const).filter((role) => !heard.some((each) => each.role === role || each.role === 'all'));
    return [
      ...(heard.length > 0 ? [running(heard, versions)] : []),
      ...missing.map((role): HealthFinding => ({ code: `processes.no-${role}`, state: 'fault', since: lastSeen(all, role) })),
      ...all.filter((each) => !isHeard(each)).map(({ host, role, seenAt }): HealthFinding => ({ code: 'processes.silent', state: 'attention', since: seenAt, facts: { host: text(host), role: text(role) } })),
      ...(versions.length > 1 ? [{ code: 'processes.versions-differ', state: 'attention', facts: { versions: text(versions.join(', ')) } } as const] : []),
      ...heard.filter(({ delayMs }) => delayMs > slowMs).map(({ host, role, delayMs }): HealthFinding => ({ code: 'processes.slow', state: 'attention', facts: { host: text(host), role: text(role), delay: milliseconds(delayMs) } })),
      ...heard.filter(({ heapShare }) => heapShare > fullShare).map(({ host, role, memoryBytes }): HealthFinding => ({ code: 'processes.memory-full', state: 'attention', facts: { host: text(host), role: text(role), memory: bytes(Number(memoryBytes)) } })),
    ];
  }
}

export const isHeard = ({ seenAt }: ServerProcessEntity): boolean => Date.now() - seenAt.getTime() < silentAfterMs;

const running = (heard: readonly ServerProcessEntity[], versions: readonly string[]): HealthFinding => ({
  code: 'processes.running', state: 'fine',
  facts: { count: number(heard.length), sockets: number(heard.reduce((sum, { sockets }) => sum + sockets, 0)), version: text(versions.join(', ')) },
});

const lastSeen = (all: readonly ServerProcessEntity[], role: string): Date | null =>
  all.filter((each) => each.role === role || each.role === 'all').reduce<Date | null>((latest, { seenAt }) => (latest && latest > seenAt ? latest : seenAt), null);
