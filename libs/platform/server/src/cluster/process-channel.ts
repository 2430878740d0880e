import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { within } from '../time/within.ts';

/** What one process says to all, itself included. */
interface Message {
  from: string;
  number: number;
  body: unknown;
}

type Hear = (body: unknown) => Promise<void> | void;

const messages = 'parvis_processes';
/** Said by a trigger of `outbox_event` (see the migration), at the commit. */
const outboxWritten = 'parvis_outbox';
/** Said by a trigger of `setting`, at the commit. */
const settingsWritten = 'parvis_settings';
const answerLimitMs = 5_000;
const pulseMs = 10_000;
const longestPauseMs = 5_000;
// PostgreSQL carries 8,000 bytes at most, and the envelope needs some.
const maxBodyBytes = 7_500;

/**
 * What the processes of Parvis tell each other, over PostgreSQL's LISTEN and NOTIFY on one connection of their own.
 *
 * Everybody, the sender included, hears the same messages in the same order and handles one after the other: what was said after a handled
 * message cannot overtake it, in any process. After a lost connection `onGap` is called: something may have been said meanwhile.
 */
@Injectable()
export class ProcessChannel implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(ProcessChannel.name);
  private readonly self = randomUUID();
  private readonly mine = new Map<number, () => void>();
  private hear: Hear = () => undefined;
  private outbox: () => void = () => undefined;
  private settings: () => Promise<void> = async () => undefined;
  private gap: () => void = () => undefined;
  private client: pg.Client | undefined;
  private pulse: NodeJS.Timeout | undefined;
  private retry: NodeJS.Timeout | undefined;
  private handled: Promise<void> = Promise.resolve();
  private count = 0;
  private stopped = false;

  constructor(private readonly dataSource: DataSource) {}

  /** Who handles messages: one listener, the sockets. It is waited for before the next message. */
  onMessage(hear: Hear): void {
    this.hear = hear;
  }

  /** An event was committed to the outbox by any process. */
  onOutboxWritten(wake: () => void): void {
    this.outbox = wake;
  }

  /** A setting was changed by any process, or may have been: also called, and waited for, whenever the connection is made. */
  onSettingsWritten(read: () => Promise<void>): void {
    this.settings = read;
  }

  /** The connection was lost and is back: messages were missed. */
  onGap(mend: () => void): void {
    this.gap = mend;
  }

  async onModuleInit(): Promise<void> {
    await this.connect();
    this.pulse = setInterval(() => void this.beat(), pulseMs);
    this.pulse.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.pulse);
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  /** Says it to every process. Resolves when this one has handled it; rejects when it could not be said, or came not back in time. */
  async publish(body: unknown): Promise<void> {
    if (Buffer.byteLength(JSON.stringify(body)) > maxBodyBytes) throw new Error('A message between processes is too long.');
    const number = (this.count += 1);
    const heard = new Promise<void>((resolve) => this.mine.set(number, resolve));
    try {
      await within(answerLimitMs, this.say({ from: this.self, number, body }).then(() => heard), 'A message between processes');
    } finally {
      this.mine.delete(number);
    }
  }

  private async say(message: Message): Promise<void> {
    // On the one connection that also listens: its queries go in the order of the calls.
    if (!this.client) throw new Error('The connection between processes is away.');
    await this.client.query('SELECT pg_notify($1, $2)', [messages, JSON.stringify(message)]);
  }

  private async connect(): Promise<void> {
    const { url } = this.dataSource.options as { url?: string };
    const client = new pg.Client({ connectionString: url, application_name: 'parvis channel', connectionTimeoutMillis: 5_000, keepAlive: true, query_timeout: 5_000 });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) => {
      if (channel === outboxWritten) this.outbox();
      else if (channel === settingsWritten) void this.settings();
      else this.receive(payload);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${messages}`);
      await client.query(`LISTEN ${outboxWritten}`);
      await client.query(`LISTEN ${settingsWritten}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
    await this.settings();
  }

  private receive(payload = ''): void {
    const { from, number, body } = JSON.parse(payload) as Message;
    this.handled = this.handled.then(async () => {
      try {
        await this.hear(body);
      } catch (error) {
        this.logger.error({ err: error }, 'A message between processes could not be handled.');
      }
      if (from === this.self) this.mine.get(number)?.();
    });
  }

  /** A connection that died without a word (a firewall forgot it) is found by asking. */
  private async beat(): Promise<void> {
    const client = this.client;
    await client?.query('SELECT 1').catch(() => this.lost(client));
  }

  private lost(client: pg.Client): void {
    if (client !== this.client) return;
    this.client = undefined;
    if (this.stopped) return;
    this.logger.warn('The connection between processes is lost; it is made again.');
    void client.end().catch(() => undefined);
    this.reconnect(100);
  }

  private reconnect(pauseMs: number): void {
    this.retry = setTimeout(() => {
      this.connect().then(
        () => {
          this.outbox();
          this.gap();
        },
        () => this.stopped || this.reconnect(Math.min(longestPauseMs, pauseMs * 2)),
      );
    }, pauseMs * (0.5 + Math.random()));
    this.retry.unref();
  }
}
