import type { DataSource } from 'typeorm';
import { auditColumns, type AuditRow, entryOf } from './audit-entries.ts';
import { type AuditEntry, hashOf, noHash } from './audit-entry.ts';

/** An entry as somebody noted it down once. */
export interface AuditReceipt {
  number: number;
  hash: string;
}

/**
 * What is wrong, at the first entry where something is.
 * - `missing`: it is not there, though later ones are;
 * - `changed`: it is not what its hash was made of;
 * - `unchained`: it does not follow from the entry before it: one of the two was written anew;
 * - `cut-off`: it was noted down once, and the log ends before it;
 * - `replaced`: it is not the one that was noted down.
 */
export interface AuditFault {
  number: number;
  kind: 'missing' | 'changed' | 'unchained' | 'cut-off' | 'replaced';
}

export interface AuditVerdict {
  entries: number;
  /** Null: nothing is wrong as far as can be known. */
  fault: AuditFault | null;
  /** To be noted down: the only way to know later that the end was not taken away, nor the whole chain made anew. Null: the log is empty. */
  last: AuditReceipt | null;
}

const batchSize = 2_000;

/** Makes every hash anew, in another way than PostgreSQL does, up to the first entry that is wrong; reads batch by batch, as the log stood at the beginning. */
export async function verifyAudit(dataSource: DataSource, receipts: readonly AuditReceipt[] = []): Promise<AuditVerdict> {
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    const noted = new Map(receipts.map(({ number, hash }) => [number, hash.toLowerCase()]));
    let former: Pick<AuditEntry, 'number' | 'hash'> = { number: 0, hash: noHash };
    const verdict = (fault: AuditFault | null): AuditVerdict => ({
      entries: former.number, fault, last: former.number === 0 ? null : { number: former.number, hash: former.hash.toString('hex') },
    });
    for (;;) {
      const rows: AuditRow[] = await manager.query(`SELECT ${auditColumns} FROM audit_entry WHERE number > $1 ORDER BY number LIMIT ${batchSize}`, [former.number]);
      for (const entry of rows.map(entryOf)) {
        const fault = faultOf(entry, former, noted.get(entry.number));
        if (fault) return verdict(fault);
        former = entry;
      }
      if (rows.length < batchSize) break;
    }
    const lost = [...noted.keys()].filter((number) => number > former.number).sort((a, b) => a - b)[0];
    return verdict(lost === undefined ? null : { number: lost, kind: 'cut-off' });
  });
}

function faultOf(entry: AuditEntry, former: Pick<AuditEntry, 'number' | 'hash'>, noted: string | undefined): AuditFault | null {
  if (entry.number !== former.number + 1) return { number: former.number + 1, kind: 'missing' };
  if (!hashOf(entry).equals(entry.hash)) return { number: entry.number, kind: 'changed' };
  if (!entry.previousHash.equals(former.hash)) return { number: entry.number, kind: 'unchained' };
  if (noted !== undefined && noted !== entry.hash.toString('hex')) return { number: entry.number, kind: 'replaced' };
  return null;
}
