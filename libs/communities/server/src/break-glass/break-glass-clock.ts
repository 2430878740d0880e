import { Injectable, type OnModuleInit } from '@nestjs/common';
import { peopleMerged } from '@parvis/identity/server';
import { EventHandlers, Jobs, jobType, Realtime, Transactions, type Transaction } from '@parvis/platform/server';
import { DataSource, In } from 'typeorm';
import { breakGlassClosed, breakGlassOpened } from '../communities.events.ts';
import { BreakGlassEntity } from './break-glass.entity.ts';
import { stateOf } from './break-glass.policy.ts';
import { closeAccess } from './close-access.ts';

/** A request has waited for too long, or an access is over. */
export const breakGlassTimeUp = jobType<{ accessId: string }>('communities.break-glass-time-up');

/**
 * Writes down what time has ended: the rule itself looks at the clock, so nobody reads a moment longer when this comes late. Tells the pages of those
 * concerned that something has changed, and they put away what they show.
 */
@Injectable()
export class BreakGlassClock implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly events: EventHandlers,
    private readonly realtime: Realtime,
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.jobs.on(breakGlassTimeUp, ({ accessId }) => this.close([accessId]));
    this.events.on(peopleMerged, async ({ intoId }) => {
      const rows = await this.dataSource.manager.findBy(BreakGlassEntity, { askedById: intoId, decidedById: intoId, state: 'approved' });
      await this.close(rows.map(({ id }) => id));
    });
    this.realtime.topic('break-glass', async (personId, accessId) => {
      const [row] = await this.dataSource.query('SELECT 1 FROM break_glass_access WHERE id = $2 AND $1 IN (asked_by_id, decided_by_id)', [personId, accessId]);
      return row !== undefined;
    });
    for (const event of [breakGlassOpened, breakGlassClosed]) {
      this.events.on(event, ({ accessId }) => this.realtime.tellWatchers({ topic: `break-glass:${accessId}`, kind: 'break-glass.changed', id: accessId, authorId: null }));
    }
  }

  private async close(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.transactions.run(async (tx) => closeOver(tx, await tx.manager.find(BreakGlassEntity, { where: { id: In(ids) }, lock: { mode: 'pessimistic_write' } })));
  }
}

/** Those that time has ended and that nobody has written down yet. */
async function closeOver(tx: Transaction, accesses: readonly BreakGlassEntity[]): Promise<void> {
  for (const access of accesses) {
    const state = stateOf(access);
    if (state !== access.state && (state === 'lapsed' || state === 'ended')) await closeAccess(tx, access, { as: state, byId: null });
  }
}

/** The community goes into another, where more people write: what was approved was to read in the first. What its members may know of it goes along. */
export async function closeForMerge(tx: Transaction, way: { from: string; into: string }): Promise<void> {
  const open = await tx.manager.find(BreakGlassEntity, { where: { communityId: way.from, state: In(['asked', 'approved']) }, lock: { mode: 'pessimistic_write' } });
  for (const access of open) await closeAccess(tx, access, { as: access.state === 'asked' ? 'lapsed' : 'ended', byId: null });
  await tx.manager.update(BreakGlassEntity, { communityId: way.from }, { communityId: way.into });
}
