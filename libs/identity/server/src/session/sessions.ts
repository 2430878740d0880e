import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EventHandlers, hourMs, newId, Realtime, Transactions, type Transaction } from '@parvis/platform/server';
import { DataSource, In } from 'typeorm';
import { sessionsEnded } from '../identity.events.ts';
import type { Role } from '../person/role.ts';
import type { Viewer } from '../viewer/viewer.ts';
import type { SessionOrigin } from './asserted-person.ts';
import { OtherPerson } from './other-person.ts';
import { SessionEntity } from './session.entity.ts';

/** A working day. Signing in again costs nobody a click, so there is no reason to be longer. */
const lifetimeMs = 12 * hourMs;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Opens, recognises and ends sessions. Ending one also cuts its sockets. */
@Injectable()
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly realtime: Realtime,
    events: EventHandlers,
  ) {
    // Once more through the outbox: a process that could not be told at once is told when it can be.
    events.on(sessionsEnded, async ({ sessionIds }) => {
      for (const id of sessionIds) await this.realtime.disconnectSession(id);
    });
  }

  /** Opens a session; the token is known to the browser alone. It ends no later than the identity provider's own. */
  async open(tx: Transaction, personId: string, origin: SessionOrigin, { isConfirmed = false } = {}): Promise<{ token: string; expiresAt: Date }> {
    const token = randomBytes(32).toString('base64url');
    const now = Date.now();
    const expiresAt = new Date(Math.min(now + lifetimeMs, origin.notOnOrAfter?.getTime() ?? Infinity));
    const { issuer, nameId, nameIdFormat, nameQualifier = null, spNameQualifier = null, sessionIndex } = origin;
    await tx.manager.query('DELETE FROM session WHERE expires_at < now()');
    await tx.manager.insert(SessionEntity, { id: newId(), tokenHash: hashOf(token), personId, issuer, nameId, nameIdFormat, nameQualifier, spNameQualifier, sessionIndex, createdAt: new Date(now), confirmedAt: isConfirmed ? new Date(now) : null, expiresAt });
    return { token, expiresAt };
  }

  /** Who the token belongs to; null when it is unknown, ended, or its person has left the company. */
  async viewerOf(token: string): Promise<(Viewer & { endsAt: Date }) | null> {
    const [row]: { personId: string; sessionId: string; endsAt: Date; confirmedAt: Date | null; roles: Role[] }[] = await this.dataSource.query(
      `SELECT person.id AS "personId", session.id AS "sessionId", session.expires_at AS "endsAt", session.confirmed_at AS "confirmedAt", person.roles
       FROM session JOIN person ON person.id = session.person_id
       WHERE session.token_hash = $1 AND session.expires_at > now() AND person.deactivated_at IS NULL`,
      [hashOf(token)],
    );
    return row ?? null;
  }

  /** Ends the token's session. Returns where it came from, so that the identity provider can be told; null when there was none. */
  async end(token: string): Promise<SessionOrigin | null> {
    const ended = await this.endWhere('token_hash = :token', { token: hashOf(token) });
    const session = ended[0];
    if (!session) return null;
    const { issuer, nameId, nameIdFormat, nameQualifier, spNameQualifier, sessionIndex, expiresAt } = session;
    return { issuer, nameId, nameIdFormat, nameQualifier, spNameQualifier, sessionIndex, notOnOrAfter: expiresAt };
  }

  /** Ends the session of that id, if it is not over. */
  async endOne(sessionId: string): Promise<void> {
    await this.endWhere('id = :sessionId', { sessionId });
  }

  /** Ends the sessions that came from one sign-in at the identity provider, or all of the person there when no index is named. Returns how many. */
  async endByOrigin({ issuer, nameId, sessionIndexes }: { issuer: string; nameId: string; sessionIndexes: string[] }): Promise<number> {
    const ofPerson = 'issuer = :issuer AND name_id = :nameId';
    const ended =
      sessionIndexes.length === 0
        ? await this.endWhere(ofPerson, { issuer, nameId })
        : await this.endWhere(`${ofPerson} AND session_index IN (:...sessionIndexes)`, { issuer, nameId, sessionIndexes });
    return ended.length;
  }

  /** Ends all sessions of a person, whoever asks for it; `note` writes it down in the same transaction. Returns how many. */
  async endAll(personId: string, note: (tx: Transaction, count: number) => void): Promise<number> {
    const ended = await this.endWhere('person_id = :personId', { personId }, note);
    return ended.length;
  }

  /** entityID of the identity provider that a session came from; null when there is no such session. */
  async issuerOf(sessionId: string): Promise<string | null> {
    return (await this.dataSource.manager.findOneBy(SessionEntity, { id: sessionId }))?.issuer ?? null;
  }

  /** Ends a session in whose place a new one of the same person comes. Throws OtherPerson when it is not theirs, or over. */
  async replace(tx: Transaction, sessionId: string, personId: string): Promise<void> {
    const { affected } = await tx.manager.delete(SessionEntity, { id: sessionId, personId });
    if (affected !== 1) throw new OtherPerson('The session to confirm is over, or of somebody else.');
    tx.emit(sessionsEnded({ sessionIds: [sessionId] }));
  }

  private async endWhere(condition: string, parameters: Record<string, unknown>, note: (tx: Transaction, count: number) => void = () => undefined): Promise<SessionEntity[]> {
    const ended = await this.transactions.run(async (tx) => {
      const sessions = await tx.manager.createQueryBuilder(SessionEntity, 'session').where(condition, parameters).setLock('pessimistic_write').getMany();
      const sessionIds = sessions.map((session) => session.id);
      note(tx, sessionIds.length);
      if (sessionIds.length === 0) return sessions;
      await tx.manager.delete(SessionEntity, { id: In(sessionIds) });
      tx.emit(sessionsEnded({ sessionIds }));
      return sessions;
    });
    // Those of this process are cut before the answer; the event sees to it that no other keeps one.
    for (const session of ended) await this.realtime.disconnectSession(session.id).catch(() => undefined);
    return ended;
  }
}
