import { Injectable } from '@nestjs/common';
import type { Transaction } from '@parvis/platform/server';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { Departures } from '../departure/departures.ts';
import { applyGrants } from '../grant/granted-roles.ts';
import { peopleMerged, sessionsEnded } from '../identity.events.ts';

/** Carries over what a domain keeps of people without a foreign key; in the transaction of the merge, before the first one is deleted. */
export type MergePeople = (manager: EntityManager, fromId: string, intoId: string) => Promise<void>;

/**
 * Makes one person of two: whatever points at the first points at the other from then on, and the first is gone. Where both have the same thing (a
 * membership, a profile), the other keeps theirs. Their identifiers both lead to the one who stays.
 */
@Injectable()
export class PeopleMerge {
  private readonly domains: MergePeople[] = [];

  constructor(private readonly departures: Departures) {}

  register(merge: MergePeople): void {
    this.domains.push(merge);
  }

  async merge(tx: Transaction, { fromId, intoId }: { fromId: string; intoId: string }): Promise<void> {
    const { manager } = tx;
    const people: { id: string; identifier: string; hasLeft: boolean }[] = await manager.query(
      'SELECT id, identifier, deactivated_at IS NOT NULL AS "hasLeft" FROM person WHERE id = ANY($1) ORDER BY id FOR UPDATE',
      [[fromId, intoId]],
    );
    const [from, into] = [fromId, intoId].map((id) => people.find((person) => person.id === id));
    if (!from || !into) throw new Error('People who are to be merged are not there.');
    const [ended]: [{ id: string }[], number] = await manager.query('DELETE FROM session WHERE person_id = $1 RETURNING id', [fromId]);
    if (ended.length > 0) tx.emit(sessionsEnded({ sessionIds: ended.map(({ id }) => id) }));
    for (const merge of this.domains) await merge(manager, fromId, intoId);
    await manager.query('UPDATE person SET manager_id = NULL, manager_identifier = NULL WHERE id = $2 AND manager_id = $1', [fromId, intoId]);
    await manager.query('UPDATE person SET manager_identifier = $2 WHERE manager_identifier = $1', [from.identifier, into.identifier]);
    for (const reference of await referencesTo(manager)) await repoint(manager, reference, { fromId, intoId });
    await applyGrants(manager, intoId);
    await manager.query('DELETE FROM person WHERE id = $1', [fromId]);
    await manager.query(`INSERT INTO person_alias (identifier, person_id, told_by) VALUES ($1, $2, 'decision') ON CONFLICT DO NOTHING`, [from.identifier, intoId]);
    // Somebody who works here turned out to be somebody who had left: they are back.
    if (into.hasLeft && !from.hasLeft) await this.departures.comeBack(tx, intoId);
    tx.emit(peopleMerged({ fromId, intoId }));
  }
}

interface Reference {
  table: string;
  column: string;
}

/** Every foreign key on people, whichever domain it is of; what is about the merge itself goes with the first person. */
const referencesTo = (manager: EntityManager): Promise<Reference[]> =>
  manager.query(
    `SELECT quote_ident(holder.relname) AS table, quote_ident(attribute.attname) AS column
     FROM pg_constraint reference JOIN pg_class holder ON holder.oid = reference.conrelid
     JOIN pg_attribute attribute ON attribute.attrelid = reference.conrelid AND attribute.attnum = reference.conkey[1]
     WHERE reference.contype = 'f' AND reference.confrelid = 'person'::regclass AND cardinality(reference.conkey) = 1
       AND reference.connamespace = current_schema()::regnamespace AND holder.relname <> 'match_decision'
     ORDER BY 1, 2`,
  );

async function repoint(manager: EntityManager, { table, column }: Reference, { fromId, intoId }: { fromId: string; intoId: string }): Promise<void> {
  const both = [fromId, intoId];
  if (await holds(manager, () => manager.query(`UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1`, both))) return;
  const rows: { place: string }[] = await manager.query(`SELECT ctid::text AS place FROM ${table} WHERE ${column} = $1`, [fromId]);
  for (const { place } of rows) {
    const isMoved = await holds(manager, () => manager.query(`UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1 AND ctid = $3::tid`, [...both, place]));
    // The other has the same already, or it was between the two.
    if (!isMoved) await manager.query(`DELETE FROM ${table} WHERE ${column} = $1 AND ctid = $2::tid`, [fromId, place]);
  }
}

/** False: a rule of the table forbids it, and nothing was done. */
async function holds(manager: EntityManager, work: () => Promise<unknown>): Promise<boolean> {
  await manager.query('SAVEPOINT repoint');
  try {
    await work();
    await manager.query('RELEASE SAVEPOINT repoint');
    return true;
  } catch (error) {
    const { code } = error instanceof QueryFailedError ? (error.driverError as { code?: string }) : {};
    await manager.query('ROLLBACK TO SAVEPOINT repoint');
    if (code === '23505' || code === '23514') return false;
    throw error;
  }
}
