import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AuditRecord } from '../audit/audit-entry.ts';
import { writeRecords } from '../audit/audit-log.ts';
import type { DomainEvent } from '../outbox/domain-event.ts';
import { OutboxEventEntity } from '../outbox/outbox-event.entity.ts';
import { OutboxRelay } from '../outbox/outbox-relay.ts';
import { newId } from '../paging/uuid.ts';

/** One unit of work: everything written through `manager`, the events and what is recorded stand or fall together. */
export interface Transaction {
  readonly manager: EntityManager;
  /** Told to the other domains after the commit, at least once. */
  emit(event: DomainEvent): void;
  /** Written to the audit log right before the commit. */
  record(record: AuditRecord): void;
}

/** Opens transactions and writes their events to the outbox. Public service methods call `run`; private ones receive the transaction. */
@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly relay: OutboxRelay,
  ) {}

  async run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const events: DomainEvent[] = [];
    const records: AuditRecord[] = [];
    const result = await this.dataSource.transaction(async (manager) => {
      const done = await work({ manager, emit: (event) => void events.push(event), record: (record) => void records.push(record) });
      if (events.length > 0) await manager.insert(OutboxEventEntity, events.map(toRow));
      if (records.length > 0) await writeRecords(manager, records);
      return done;
    });
    if (events.length > 0) this.relay.nudge();
    return result;
  }
}

function toRow(event: DomainEvent) {
  const now = new Date();
  return { id: newId(), type: event.type, payload: event.payload, createdAt: now, nextAttemptAt: now };
}
