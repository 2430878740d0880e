import { Injectable } from '@nestjs/common';
import { Transactions, type Transaction } from '@parvis/platform/server';
import { DataSource, IsNull, LessThan, MoreThan, type EntityManager } from 'typeorm';
import type { ExchangeStore, PendingRequest, SeenMessage } from './exchange-store.ts';
import { SamlMessageEntity } from './saml-message.entity.ts';
import { SamlRequestEntity } from './saml-request.entity.ts';

const cleanEveryMs = 60_000;

/** Rolls the transaction back; known to nobody outside. */
class UsedBefore extends Error {}

/** Keeps the exchanges in PostgreSQL, so that the process that gets the answer need not be the one that asked. */
@Injectable()
export class PostgresExchangeStore implements ExchangeStore {
  private cleanedAt = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  async remember({ isAnswered: _new, ...request }: PendingRequest): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.clean(tx);
      await tx.manager.insert(SamlRequestEntity, { ...request, answeredAt: null });
    });
  }

  async find(requestId: string): Promise<PendingRequest | null> {
    const row = await this.dataSource.manager.findOneBy(SamlRequestEntity, { id: requestId, expiresAt: MoreThan(new Date()) });
    if (!row) return null;
    const { answeredAt, ...request } = row;
    return { ...request, isAnswered: answeredAt !== null };
  }

  async answer(requestId: string, message: SeenMessage): Promise<boolean> {
    try {
      await this.transactions.run(async (tx) => {
        // The condition makes it once only: of two answers at the same instant, one updates no row.
        const { affected } = await tx.manager.update(SamlRequestEntity, { id: requestId, answeredAt: IsNull(), expiresAt: MoreThan(new Date()) }, { answeredAt: new Date() });
        if (affected !== 1 || !(await insertUnseen(tx.manager, message))) throw new UsedBefore();
      });
      return true;
    } catch (error) {
      if (error instanceof UsedBefore) return false;
      throw error;
    }
  }

  async see(message: SeenMessage): Promise<boolean> {
    return this.transactions.run((tx) => insertUnseen(tx.manager, message));
  }

  private async clean(tx: Transaction): Promise<void> {
    const now = Date.now();
    if (now - this.cleanedAt < cleanEveryMs) return;
    this.cleanedAt = now;
    const over = { expiresAt: LessThan(new Date(now)) };
    await tx.manager.delete(SamlRequestEntity, over);
    await tx.manager.delete(SamlMessageEntity, over);
  }
}

async function insertUnseen(manager: EntityManager, message: SeenMessage): Promise<boolean> {
  const { raw } = await manager.createQueryBuilder().insert().into(SamlMessageEntity).values(message).orIgnore().returning('id').execute();
  return (raw as unknown[]).length === 1;
}
