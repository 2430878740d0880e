import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, limited, type Transaction, Transactions } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { engagementErrors } from '../engagement.errors.ts';
import { type Day, dayNumber, dayOf } from '../period/day.ts';
import { PULSE_IS_ON, pulseRules } from './pulse-rules.ts';
import { quarterOf } from './quarter.ts';

export type PulseChoice = 'very' | 'somewhat' | 'not_at_all';

export interface PulseAnswer {
  choice: PulseChoice;
  sentence: string | null;
}

interface Invitation {
  askedOn: Day;
  isOpen: boolean;
  closedWith: string | null;
}

const today = (): Day => new Date().toISOString().slice(0, 10);

/** What somebody is asked, and what they make of it. To answer and to decline leave the same trace, which says nothing of an answer. */
@Injectable()
export class PulseInvitations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    @Inject(PULSE_IS_ON) private readonly isOn: boolean,
  ) {}

  /** The last day on which the viewer may answer; null: nothing is asked of them. */
  async openUntil(viewer: Viewer): Promise<Day | null> {
    if (!this.isOn) return null;
    const [open]: { askedOn: Day }[] = await this.dataSource.query('SELECT asked_on::text AS "askedOn" FROM engagement_pulse_invitation WHERE person_id = $1 AND is_open AND asked_on > $2', [viewer.personId, lastClosed()]);
    return open ? dayOf(dayNumber(open.askedOn) + pulseRules.openDays - 1) : null;
  }

  /**
   * Answers, or declines where there is no answer. Sent again with the same key it changes nothing.
   * Errors: ENGAGEMENT_PULSE_CLOSED, TEXT_TOO_LONG, ID_INVALID.
   */
  async reply(viewer: Viewer, key: string, answer: PulseAnswer | null): Promise<void> {
    const closedWith = checkedId('key', key);
    const sentence = limited('sentence', (answer?.sentence ?? '').replace(/\s+/g, ' '), pulseRules.longestSentence) || null;
    await this.transactions.run(async (tx) => {
      const askedOn = await this.close(tx, viewer, closedWith);
      if (!askedOn || !answer) return;
      await tx.manager.query('INSERT INTO engagement_pulse_waiting (quarter, choice, sentence) VALUES ($1, $2, $3)', [quarterOf(askedOn), answer.choice, sentence]);
    });
  }

  /** Answers when the viewer was asked; null: it was closed with this key before. */
  private async close({ manager }: Transaction, viewer: Viewer, key: string): Promise<Day | null> {
    const [invitation]: Invitation[] = await manager.query(
      'SELECT asked_on::text AS "askedOn", is_open AS "isOpen", closed_with AS "closedWith" FROM engagement_pulse_invitation WHERE person_id = $1 AND asked_on > $2 FOR UPDATE',
      [viewer.personId, lastClosed()],
    );
    if (!this.isOn || !invitation || (!invitation.isOpen && invitation.closedWith !== key)) throw engagementErrors.pulseClosed();
    if (!invitation.isOpen) return null;
    await manager.query('UPDATE engagement_pulse_invitation SET is_open = false, closed_with = $2 WHERE person_id = $1', [viewer.personId, key]);
    return invitation.askedOn;
  }
}

/** What was asked on this day is closed. */
const lastClosed = (): Day => dayOf(dayNumber(today()) - pulseRules.openDays);
