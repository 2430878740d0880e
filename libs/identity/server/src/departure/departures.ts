import { Injectable } from '@nestjs/common';
import { EventHandlers, Realtime, type Transaction } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { personLeft, personReturned, sessionsEnded } from '../identity.events.ts';

/** Whoever comes back later than that is an employee like any other: roles are given anew. */
export const restoredDays = 90;

/** Whether a system of the company tells that this person works here. */
export type DepartureDecider = (manager: EntityManager, personId: string) => Promise<boolean>;

/**
 * Leaving the company and coming back. Nothing of theirs is deleted: lists of people, news and letters look at `deactivated_at`, so that clearing it brings
 * everything back as it was.
 */
@Injectable()
export class Departures {
  private readonly deciders: DepartureDecider[] = [];

  constructor(
    private readonly realtime: Realtime,
    events: EventHandlers,
  ) {
    // Once more through the outbox: a process that could not be told at once is told when it can be.
    events.on(personLeft, ({ personId }) => this.realtime.disconnectPerson(personId));
  }

  /** A system of the company that tells who works here: nobody says so by hand for those of whom it knows. */
  decideFor(decider: DepartureDecider): void {
    this.deciders.push(decider);
  }

  /** Whether a system of the company tells that this person works here. */
  async isDecidedElsewhere(manager: EntityManager, personId: string): Promise<boolean> {
    for (const decider of this.deciders) if (await decider(manager, personId)) return true;
    return false;
  }

  /** They are out: no session is left, and none can be opened. False: they had left already. After the commit, `shutOut` cuts what is open. */
  async leave(tx: Transaction, personId: string): Promise<boolean> {
    const [left]: [unknown[], number] = await tx.manager.query('UPDATE person SET deactivated_at = now(), updated_at = now() WHERE id = $1 AND deactivated_at IS NULL RETURNING id', [personId]);
    const [ended]: [{ id: string }[], number] = await tx.manager.query('DELETE FROM session WHERE person_id = $1 RETURNING id', [personId]);
    if (ended.length > 0) tx.emit(sessionsEnded({ sessionIds: ended.map(({ id }) => id) }));
    if (left.length > 0) tx.emit(personLeft({ personId }));
    return left.length > 0;
  }

  /** Cuts their sockets in every process, at once. Called when `leave` is committed. */
  async shutOut(personId: string): Promise<void> {
    // The event does it again: what fails here is only later.
    await this.realtime.disconnectPerson(personId).catch(() => undefined);
  }

  /** They work here again, with everything that they had; after 90 days without the roles, which say what somebody is now. False: they had not left. */
  async comeBack(tx: Transaction, personId: string): Promise<boolean> {
    const isLate = `person.deactivated_at < now() - make_interval(days => $2)`;
    await tx.manager.query(`UPDATE role_grant SET ended_at = now() FROM person WHERE person.id = $1 AND role_grant.person_id = $1 AND ended_at IS NULL AND ${isLate}`, [personId, restoredDays]);
    const [back]: [unknown[], number] = await tx.manager.query(
      `UPDATE person SET deactivated_at = NULL, updated_at = now(), sign_in_roles = CASE WHEN ${isLate} THEN '{}' ELSE sign_in_roles END, granted_roles = CASE WHEN ${isLate} THEN '{}' ELSE granted_roles END,
         roles = CASE WHEN ${isLate} THEN ARRAY(SELECT DISTINCT role FROM unnest('{employee}' || directory_roles) role ORDER BY role) ELSE roles END
       WHERE id = $1 AND deactivated_at IS NOT NULL RETURNING id`,
      [personId, restoredDays],
    );
    if (back.length > 0) tx.emit(personReturned({ personId }));
    return back.length > 0;
  }
}
