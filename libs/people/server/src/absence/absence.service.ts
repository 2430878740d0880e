import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { Transactions } from '@parvis/platform/server';
import { profileEdited } from '../people.events.ts';
import { checkedAbsence } from './absence-days.ts';
import { AbsenceEntity } from './absence.entity.ts';
import { todayOf } from './absence.query.ts';

/** Lets people say until when they are away. What HR told stays. */
@Injectable()
export class AbsenceService {
  constructor(private readonly transactions: Transactions) {}

  /** Replaces what the viewer said before. Errors: DAY_INVALID, ABSENCE_OVER, ABSENCE_TOO_FAR, ABSENCE_ENDS_BEFORE_START. */
  async declare({ personId }: Viewer, told: { from: string | null; until: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [{ today } = { today: '' }]: { today: string }[] = await tx.manager.query(`SELECT ${todayOf('$1::uuid')}::text AS today`, [personId]);
      const { from, until } = checkedAbsence(told, today);
      await tx.manager.upsert(AbsenceEntity, { personId, toldBy: 'person', fromDay: from, untilDay: until }, ['personId', 'toldBy']);
      tx.emit(profileEdited({ personId }));
    });
  }

  /** Takes back what the viewer said; nothing, if they said nothing. */
  async end({ personId }: Viewer): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { affected } = await tx.manager.delete(AbsenceEntity, { personId, toldBy: 'person' });
      if (affected) tx.emit(profileEdited({ personId }));
    });
  }
}
