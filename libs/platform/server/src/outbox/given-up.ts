import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/transactions.ts';
import { keepDays } from '../mail/letters.ts';

/** Events, or letters, of one type that were given up for one cause. */
export interface GivenUpKind {
  type: string;
  /** A code; null: not known. */
  failure: string | null;
  count: number;
  since: Date;
}

/** What was tried until it was given up, and waits for somebody to mend its cause: events of the outbox, and letters. */
@Injectable()
export class GivenUp {
  constructor(private readonly dataSource: DataSource) {}

  events(): Promise<GivenUpKind[]> {
    return this.of('outbox_event');
  }

  letters(): Promise<GivenUpKind[]> {
    return this.of('letter');
  }

  /** Delivers events of a type again, as if they were new; answers how many. */
  async deliverAgain(tx: Transaction, type: string): Promise<number> {
    const [, count]: [unknown, number] = await tx.manager.query(`UPDATE outbox_event SET given_up_at = NULL, attempts = 0, next_attempt_at = now() WHERE type = $1 AND given_up_at IS NOT NULL`, [type]);
    return count;
  }

  /** Sends letters of a type again, for as long as new ones are tried; answers how many. */
  async sendAgain(tx: Transaction, type: string): Promise<number> {
    const [, count]: [unknown, number] = await tx.manager.query(
      `UPDATE letter SET given_up_at = NULL, attempts = 0, due_at = now(), expires_at = now() + make_interval(days => $2) WHERE type = $1 AND given_up_at IS NOT NULL`,
      [type, keepDays],
    );
    return count;
  }

  private of(table: 'outbox_event' | 'letter'): Promise<GivenUpKind[]> {
    return this.dataSource.query(`SELECT type, failure, count(*)::int AS count, min(given_up_at) AS since FROM ${table} WHERE given_up_at IS NOT NULL GROUP BY 1, 2 ORDER BY 4, 1, 2 LIMIT 100`);
  }
}
