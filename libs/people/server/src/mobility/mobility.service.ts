import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { limited, Transactions } from '@parvis/platform/server';
import { MobilityEntity } from './mobility.entity.ts';

const maxWish = 400;

/** Lets people tell HR that they are open to another position, and take it back. It emits nothing: nobody else is to notice. */
@Injectable()
export class MobilityService {
  constructor(private readonly transactions: Transactions) {}

  /** `wish` null: no longer. Errors: TEXT_TOO_LONG. */
  async tell({ personId }: Viewer, wish: string | null): Promise<void> {
    const checked = wish === null ? null : limited('wish', wish, maxWish);
    await this.transactions.run(async (tx) => {
      if (checked === null) await tx.manager.delete(MobilityEntity, { personId });
      // To the millisecond, as cursors hold it.
      else await tx.manager.upsert(MobilityEntity, { personId, wish: checked, toldAt: new Date() }, ['personId']);
    });
  }
}
