import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AuditRecord } from '../audit/audit-entry.ts';
import { ProcessChannel } from '../cluster/process-channel.ts';
import { Transactions, type Transaction } from '../database/transactions.ts';
import { platformErrors } from '../errors/platform.errors.ts';
import type { Setting, SettingState } from './setting.ts';
import { SettingEntity } from './setting.entity.ts';

const retryMs = 500;

/** A change of a setting; the caller has checked who may, and what a form can say about its fields. */
export interface SettingChange<T extends object> {
  /** Null: what holds where nobody has said otherwise. */
  value: T | null;
  /** Of the state that was changed: `SettingState.revision`. */
  revision: number;
  actorId: string;
  /** What the audit log says instead of « configuration.setting-changed, these fields ». */
  record?: Pick<AuditRecord, 'action' | 'details'>;
  /** What else belongs to the change, in its transaction. */
  alongside?: (tx: Transaction) => Promise<void>;
}

type Hear<T extends object> = (state: SettingState<T>) => void;

/**
 * What the administration has said of how Parvis works: read from memory, changed in a transaction with an entry in the audit log, and known to every
 * process as soon as that is committed.
 */
@Injectable()
export class Settings implements OnApplicationShutdown {
  private readonly logger = new Logger(Settings.name);
  private readonly rows = new Map<string, SettingEntity>();
  private readonly states = new Map<string, SettingState<object>>();
  private readonly listeners = new Map<string, Set<() => void>>();
  private loading: Promise<void> | null = null;
  private isStale = false;
  private isLoaded = false;
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    channel: ProcessChannel,
  ) {
    // Called when the channel is open, so that nothing is missed between the first look and the first word.
    channel.onSettingsWritten(() => this.load());
  }

  /** What holds now. Costs nothing: ask each time rather than keep it. */
  get<T extends object>(setting: Setting<T>): Readonly<T> {
    return this.stateOf(setting).value;
  }

  /** What holds now, with what a page of administration says about it. */
  stateOf<T extends object>(setting: Setting<T>): SettingState<T> {
    const known = this.states.get(setting.key);
    if (known) return known as SettingState<T>;
    const state = this.read(setting);
    this.states.set(setting.key, state);
    return state;
  }

  /** Tells in every process, a worker included, when a setting holds another value; what it was at the start is not told. Returns how to stop hearing. */
  onChange<T extends object>(setting: Setting<T>, hear: Hear<T>): () => void {
    const listeners = this.listeners.get(setting.key) ?? new Set();
    this.listeners.set(setting.key, listeners);
    const tell = () => hear(this.stateOf(setting));
    listeners.add(tell);
    return () => void listeners.delete(tell);
  }

  /** Holds in this process when it resolves, in the others within a moment. Errors: SETTING_INVALID of the field that is at fault, SETTING_CHANGED_MEANWHILE. */
  async change<T extends object>(setting: Setting<T>, { value, revision, actorId, record, alongside }: SettingChange<T>): Promise<SettingState<T>> {
    const checked = value === null ? null : checkedValue(setting, value);
    const written = this.transactions.run(async (tx) => {
      const before = await tx.manager.findOneBy(SettingEntity, { key: setting.key });
      if (!(await write(tx.manager, { key: setting.key, value: checked, revision, actorId }))) throw platformErrors.settingChangedMeanwhile();
      await alongside?.(tx);
      const standard = this.stateOf(setting).standard;
      const changed = changedFields(before?.value ?? standard, checked ?? standard);
      tx.record({ area: 'configuration', action: 'configuration.setting-changed', ...(record ?? { details: { setting: setting.key, changed, toStandard: checked === null } }), actorId });
    });
    // Refused or not: what is answered next is what the database holds.
    await written.finally(() => this.load());
    return this.stateOf(setting);
  }

  /** Two people are one from now on. */
  async mergePeople(manager: EntityManager, fromId: string, intoId: string): Promise<void> {
    await manager.update(SettingEntity, { changedById: fromId }, { changedById: intoId });
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.retry);
  }

  /** Reads all of them, a few dozen rows: what was committed before the call is in memory when it resolves. */
  private async load(): Promise<void> {
    if (this.loading) {
      this.isStale = true;
      return this.loading;
    }
    this.loading = this.readRows();
    return this.loading;
  }

  private async readRows(): Promise<void> {
    try {
      do {
        this.isStale = false;
        this.take(await this.dataSource.manager.find(SettingEntity));
        this.isLoaded = true;
      } while (this.isStale);
    } catch (error) {
      if (this.stopped) return;
      // Without a first look nobody knows what holds: the process does not start.
      if (!this.isLoaded) throw error;
      this.logger.warn({ err: error }, 'Settings could not be read; they are read again.');
      clearTimeout(this.retry);
      this.retry = setTimeout(() => void this.load(), retryMs);
      this.retry.unref();
    } finally {
      // Before anybody else gets a turn: whoever asks from now on wants another look.
      this.loading = null;
    }
  }

  private take(rows: readonly SettingEntity[]): void {
    for (const row of rows) {
      const known = this.rows.get(row.key);
      if (known?.revision === row.revision && known.changedById === row.changedById) continue;
      this.rows.set(row.key, row);
      this.states.delete(row.key);
      this.listeners.get(row.key)?.forEach((tell) => this.tellOne(tell, row.key));
    }
  }

  /** One that fails must not keep the others, or the next change, from being heard. */
  private tellOne(tell: () => void, key: string): void {
    try {
      tell();
    } catch (error) {
      this.logger.error({ err: error, setting: key }, 'A change of a setting could not be taken up.');
    }
  }

  private read<T extends object>(setting: Setting<T>): SettingState<T> {
    const row = this.rows.get(setting.key);
    const standard = Object.freeze(setting.standard());
    const said = row?.value == null ? null : this.readable(setting, row.value);
    return { value: said ?? standard, standard, isStandard: said === null, revision: row?.revision ?? 0, changedAt: row?.changedAt ?? null, changedById: row?.changedById ?? null };
  }

  /** Null: it was written by another version, and does not fit any more. */
  private readable<T extends object>(setting: Setting<T>, value: object): Readonly<T> | null {
    const read = setting.shape.safeParse(value);
    if (read.success) return Object.freeze(read.data);
    this.logger.error({ setting: setting.key, faults: read.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`) }, 'A setting cannot be read: what holds where nobody has said otherwise holds.');
    return null;
  }
}

function checkedValue<T extends object>({ shape }: Setting<T>, value: T): T {
  const read = shape.safeParse(value);
  if (!read.success) throw platformErrors.settingInvalid(String(read.error.issues[0]?.path[0] ?? 'value'));
  return read.data;
}

/** False: somebody else was faster. */
async function write(manager: EntityManager, { key, value, revision, actorId }: { key: string; value: object | null; revision: number; actorId: string }): Promise<boolean> {
  const said = { value, changedAt: new Date(), changedById: actorId };
  if (revision === 0) {
    const { raw } = await manager.createQueryBuilder().insert().into(SettingEntity).values({ key, revision: 1, ...said }).orIgnore().returning('key').execute();
    return raw.length === 1;
  }
  const { affected } = await manager.update(SettingEntity, { key, revision }, { revision: revision + 1, ...said });
  return affected === 1;
}

/** Names of the fields that differ: the log tells what was changed, not to what. */
function changedFields(before: object, after: object): string[] {
  const was: Record<string, unknown> = { ...before };
  const is: Record<string, unknown> = { ...after };
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field])).sort();
}
