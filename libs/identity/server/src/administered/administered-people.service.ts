import { Injectable } from '@nestjs/common';
import { checkedId, platformErrors, Transactions, type Transaction } from '@parvis/platform/server';
import { Departures } from '../departure/departures.ts';
import { identityErrors } from '../identity.errors.ts';
import { Sessions } from '../session/sessions.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { AdministeredPeopleQuery, type AdministeredPerson } from './administered-people.query.ts';
import { requireOtherAdministrator, requireTypedName } from './administrators.ts';

/** What those who administer people do with one of them. Each is in the audit log. */
@Injectable()
export class AdministeredPeopleService {
  constructor(
    private readonly transactions: Transactions,
    private readonly query: AdministeredPeopleQuery,
    private readonly departures: Departures,
    private readonly sessions: Sessions,
  ) {}

  /** They sign in again, everywhere. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, PERSON_NOT_FOUND. */
  async endSessions(viewer: Viewer, id: string): Promise<AdministeredPerson> {
    const person = await this.required(viewer, id);
    await this.sessions.endAll(person.id, (tx, count) => this.note(tx, viewer, 'sessions-ended', person.id, { count }));
    return person;
  }

  /** They have left the company. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, PERSON_NOT_FOUND, ADMINISTRATION_OWN, NAME_TYPED_DIFFERS, DEPARTURE_DECIDED_ELSEWHERE, LAST_ADMINISTRATOR. */
  async leave(viewer: Viewer, { personId, typedName }: { personId: string; typedName: string }): Promise<AdministeredPerson> {
    const { id } = await this.required(viewer, personId);
    if (id === viewer.personId) throw identityErrors.notToOneself();
    const left = await this.transactions.run(async (tx) => {
      const person = await this.lockedByHand(tx, viewer, id);
      await requireTypedName(tx.manager, id, typedName);
      if (person.roles.includes('it')) await requireOtherAdministrator(tx.manager, id);
      if (await this.departures.leave(tx, id)) this.note(tx, viewer, 'left', id);
      return this.again(tx, viewer, id);
    });
    await this.departures.shutOut(id);
    return left;
  }

  /** They work here again. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, PERSON_NOT_FOUND, DEPARTURE_DECIDED_ELSEWHERE. */
  async comeBack(viewer: Viewer, personId: string): Promise<AdministeredPerson> {
    const { id } = await this.required(viewer, personId);
    return this.transactions.run(async (tx) => {
      await this.lockedByHand(tx, viewer, id);
      if (await this.departures.comeBack(tx, id)) this.note(tx, viewer, 'returned', id);
      return this.again(tx, viewer, id);
    });
  }

  private async required(viewer: Viewer, id: string): Promise<AdministeredPerson> {
    const person = await this.query.byId(viewer, checkedId('personId', id));
    if (!person) throw identityErrors.personNotFound();
    return person;
  }

  private async lockedByHand(tx: Transaction, viewer: Viewer, id: string): Promise<AdministeredPerson> {
    await tx.manager.query('SELECT 1 FROM person WHERE id = $1 FOR UPDATE', [id]);
    if (await this.departures.isDecidedElsewhere(tx.manager, id)) throw identityErrors.departureDecidedElsewhere();
    return this.again(tx, viewer, id);
  }

  private async again(tx: Transaction, viewer: Viewer, id: string): Promise<AdministeredPerson> {
    const person = await this.query.byId(viewer, id, tx.manager);
    if (!person) throw platformErrors.forbidden();
    return person;
  }

  private note(tx: Transaction, viewer: Viewer, what: string, person: string, details: Record<string, number> = {}): void {
    tx.record({ area: 'people', action: `people.${what}`, actorId: viewer.personId, details: { person, ...details } });
  }
}
