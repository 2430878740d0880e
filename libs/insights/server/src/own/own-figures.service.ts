import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { Transactions } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { OwnFiguresRefusalEntity } from './own-figures-refusal.entity.ts';

/** Keeps whether people want figures about themselves: they do until they say otherwise, since nobody else sees them. */
@Injectable()
export class OwnFiguresService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  async areWanted({ personId }: Viewer): Promise<boolean> {
    return !(await this.dataSource.manager.existsBy(OwnFiguresRefusalEntity, { personId }));
  }

  /** The viewer’s own choice. */
  async want({ personId }: Viewer, areWanted: boolean): Promise<void> {
    await this.transactions.run(async ({ manager }) => {
      if (areWanted) await manager.delete(OwnFiguresRefusalEntity, { personId });
      else await manager.query(`INSERT INTO own_figures_refusal (person_id) VALUES ($1) ON CONFLICT DO NOTHING`, [personId]);
    });
  }
}
