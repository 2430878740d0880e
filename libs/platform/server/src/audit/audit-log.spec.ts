import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Transactions } from '../database/transactions.ts';
import { newId } from '../paging/uuid.ts';
import { platformDomain } from '../platform.domain.ts';
import { startTestServer, type TestServer } from '../testing/index.ts';
// Not through the door: its types would come into every schema that is made for a test.
import { ProbeModule } from '../testing/probe.ts';
import { auditColumns, type AuditRow, entryOf } from './audit-entries.ts';
import { type AuditDetail, type AuditEntry, auditLine, type AuditRecord, canonical, hashOf, taken } from './audit-entry.ts';
import { AuditLog } from './audit-log.ts';
import { type AuditReceipt as Receipt, verifyAudit } from './verify-audit.ts';

let server: TestServer;
let log: AuditLog;
let transactions: Transactions;

beforeAll(async () => {
  server = await startTestServer([platformDomain], { modules: [ProbeModule] });
  [log, transactions] = [server.app.get(AuditLog), server.app.get(Transactions)];
});
beforeEach(() => asOwner('TRUNCATE audit_entry'));
afterAll(() => server.stop());

const actorId = newId();
const aRecord = (details: AuditRecord['details'] = {}, action = 'test.read'): AuditRecord => ({ area: 'test', action, actorId, details });
const rows = async () => ((await server.dataSource.query(`SELECT ${auditColumns} FROM audit_entry ORDER BY number`)) as AuditRow[]).map(entryOf);
/** The one that there must be. */
async function entry(number: number): Promise<AuditEntry> {
  const found = (await rows()).find((written) => written.number === number);
  if (!found) throw new Error(`There is no entry ${number}.`);
  return found;
}
const verdict = (...receipts: Receipt[]) => verifyAudit(server.dataSource, receipts);

/** What only the owner of the table can do, and what the chain is there to show: with the triggers off. */
async function asOwner(...statements: string[]): Promise<void> {
  await server.dataSource.transaction(async (manager) => {
    await manager.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    for (const statement of statements) await manager.query(statement);
    await manager.query('ALTER TABLE audit_entry ENABLE TRIGGER USER');
  });
}

async function fiveEntries() {
  for (const number of [1, 2, 3, 4, 5]) await log.write(aRecord({ number, of: 'five' }));
  expect(await verdict()).toMatchObject({ entries: 5, fault: null });
  return rows();
}

describe('the audit log', () => {
  it('tells when something was last done, by whomever', async () => {
    await expect(log.lastOf({ area: 'test', action: 'test.read' })).resolves.toBeNull();
    for (const action of ['test.read', 'test.read', 'test.refused']) await log.write(aRecord({}, action));
    const written = await rows();
    await expect(log.lastOf({ area: 'test', action: 'test.read' })).resolves.toEqual(written[1]?.at);
    await expect(log.lastOf({ area: 'other', action: 'test.read' })).resolves.toBeNull();
  });

  it('numbers its entries without holes and chains each to the one before', async () => {
    const before = Date.now();
    const [, , ...rest] = await fiveEntries();
    const [first, second] = [await entry(1), await entry(2)];
    expect(rest.map(({ number }) => number)).toEqual([3, 4, 5]);
    expect(first).toMatchObject({ number: 1, actorId, area: 'test', action: 'test.read', details: { number: 1, of: 'five' }, previousHash: Buffer.alloc(32) });
    expect(second.previousHash).toEqual(first.hash);
    expect(Math.abs(first.at.getTime() - before)).toBeLessThan(60_000);
  });

  it('is hashed as anybody can do it again from a line of the export', async () => {
    await log.write(aRecord({ department: 'R&D « Été »', from: '2026-03-01', list: [1, true, null] }));
    const written = await entry(1);
    const { hash, ...rest } = JSON.parse(auditLine(written));
    expect(Object.keys(rest)).toEqual(['action', 'actor', 'area', 'at', 'details', 'number', 'previous']);
    expect(JSON.stringify(rest)).toBe(
      `{"action":"test.read","actor":"${actorId}","area":"test","at":"${written.at.toISOString()}","details":{"department":"R&D « Été »","from":"2026-03-01","list":[1,true,null]},"number":1,"previous":"${'0'.repeat(64)}"}`,
    );
    expect(hashOf(written).toString('hex')).toBe(hash);
  });

  it('writes the same form in PostgreSQL as here, whatever is told', async () => {
    const leaf = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.integer(), fc.maxSafeInteger().filter((n) => Math.abs(n) < 1e15), fc.boolean(), fc.constant(null));
    const key = fc.stringMatching(/^[ -~]{0,8}$/);
    const { told } = fc.letrec<{ told: AuditDetail }>((tie) => ({ told: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('told'), { maxLength: 4 }), fc.dictionary(key, tie('told'), { maxKeys: 5 })) }));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, told, { maxKeys: 5 }), async (details) => {
        const held = taken({ ...details });
        const [{ form }] = await server.dataSource.query('SELECT audit_canonical($1::jsonb) AS form', [JSON.stringify(held)]);
        expect(form).toBe(canonical(held));
      }),
      { numRuns: 300 },
    );
  });

  it('cuts what is too long, drops what no database holds, and takes no fractions', async () => {
    await log.write(aRecord({ department: `${'🙂'.repeat(200)}`, broken: 'a\u0000b\uD800' }));
    const { details } = await entry(1);
    expect([[...String(details['department'])].length, details['broken']]).toEqual([120, 'a\uFFFDb\uFFFD']);
    await expect(log.write(aRecord({ share: 0.5 }))).rejects.toThrow('whole numbers');
    await expect(log.write(aRecord({ many: Array.from({ length: 200 }, () => 'x'.repeat(120)) }))).rejects.toThrow('audit_entry_details');
    expect(await verdict()).toMatchObject({ entries: 1, fault: null });
  });

  it('lets nobody set the number, the time or the hash', async () => {
    await server.dataSource.query(
      `INSERT INTO audit_entry (number, at, area, action, details, previous_hash, hash) VALUES (77, '2001-01-01', 'test', 'test.read', '{}', '\\x00', '\\x00')`,
    );
    expect(await rows()).toMatchObject([{ number: 1, actorId: null }]);
    expect(await verdict()).toMatchObject({ fault: null });
  });

  it.each(["UPDATE audit_entry SET action = 'test.other'", 'UPDATE audit_entry SET action = action WHERE false', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry', 'TRUNCATE audit_entry CASCADE'])('refuses « %s »', async (statement) => {
    await log.write(aRecord());
    await expect(server.dataSource.query(statement)).rejects.toThrow('The audit log only grows');
    expect(await rows()).toHaveLength(1);
  });
});

describe('what changes something', () => {
  it('is written with it', async () => {
    await transactions.run(async (tx) => {
      tx.record(aRecord({ place: 'first' }, 'test.change'));
      tx.record(aRecord({ place: 'second' }, 'test.change'));
      expect(await rows()).toEqual([]);
    });
    expect(await rows()).toMatchObject([{ number: 1, details: { place: 'first' } }, { number: 2, details: { place: 'second' } }]);
    expect(await verdict()).toMatchObject({ entries: 2, fault: null });
  });

  it('is not written when it is undone, and leaves no hole', async () => {
    const undone = transactions.run(async (tx) => {
      tx.record(aRecord());
      throw new Error('The power went.');
    });
    await expect(undone).rejects.toThrow('The power went.');
    await expect(transactions.run(async (tx) => tx.record(aRecord({ share: 0.5 })))).rejects.toThrow('whole numbers');
    await log.write(aRecord());
    expect(await rows()).toMatchObject([{ number: 1 }]);
  });

  it('does not hold up others while it works', async () => {
    await transactions.run(async (tx) => {
      tx.record(aRecord({}, 'test.slow'));
      await log.write(aRecord({}, 'test.quick'));
    });
    expect((await rows()).map(({ action }) => action)).toEqual(['test.quick', 'test.slow']);
  });
});

it('stays one chain when many write at once', async () => {
  const writers = Array.from({ length: 60 }, (_, number) =>
    number % 3 === 0 ? transactions.run(async (tx) => tx.record(aRecord({ number }))) : log.write(aRecord({ number })));
  await Promise.all(writers);
  const written = await rows();
  expect(written.map(({ details }) => details['number']).sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 60 }, (_, number) => number));
  expect(await verdict()).toMatchObject({ entries: 60, fault: null, last: { number: 60 } });
});

it('writes together what comes together, but for one that cannot be written', async () => {
  server.counter.statements = [];
  await Promise.all(Array.from({ length: 40 }, (_, number) => log.write(aRecord({ number }))));
  expect(server.counter.statements.filter((sql) => sql.includes('INSERT INTO audit_entry'))).toHaveLength(2);
  expect((await rows()).map(({ details }) => details['number'])).toEqual(Array.from({ length: 40 }, (_, number) => number));

  const outcomes = await Promise.allSettled([1, 2, 0.5, 4].map((number) => log.write(aRecord({ number }))));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect((await rows()).slice(40).map(({ details }) => details['number'])).toEqual([1, 2, 4]);
  expect(await verdict()).toMatchObject({ entries: 43, fault: null });
});

it('lets all fail when nothing can be written, and goes on when it can', async () => {
  await server.dataSource.query('ALTER TABLE audit_entry RENAME TO audit_entry_away');
  const outcomes = await Promise.allSettled([1, 2, 3].map((number) => log.write(aRecord({ number }))));
  await server.dataSource.query('ALTER TABLE audit_entry_away RENAME TO audit_entry');
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  await log.write(aRecord());
  expect(await rows()).toHaveLength(1);
});

describe('the check of the chain', () => {
  it('says of an empty log that nothing is wrong', async () => {
    expect(await verdict()).toEqual({ entries: 0, fault: null, last: null });
  });

  it.each([
    ['the action', `action = 'test.other'`],
    ['the area', `area = 'other'`],
    ['the time', `at = at + interval '1 millisecond'`],
    ['who it was', `actor_id = '${newId()}'`],
    ['nobody for who it was', 'actor_id = NULL'],
    ['a detail', `details = details || '{"of":"six"}'`],
    ['the hash', `hash = sha256('')`],
    ['the hash before', `previous_hash = sha256('')`],
  ])('tells where %s was changed', async (_what, change) => {
    await fiveEntries();
    await asOwner(`UPDATE audit_entry SET ${change} WHERE number = 3`);
    expect(await verdict()).toMatchObject({ entries: 2, fault: { number: 3, kind: 'changed' } });
  });

  it('tells where an entry was changed and its hash made to fit', async () => {
    await fiveEntries();
    const third = await entry(3);
    const forged = hashOf({ ...third, action: 'test.other' }).toString('hex');
    await asOwner(`UPDATE audit_entry SET action = 'test.other', hash = decode('${forged}', 'hex') WHERE number = 3`);
    expect(await verdict()).toMatchObject({ fault: { number: 4, kind: 'unchained' } });
  });

  it('tells which entry is missing, at the beginning and in the middle', async () => {
    await fiveEntries();
    await asOwner('DELETE FROM audit_entry WHERE number IN (3, 4)');
    expect(await verdict()).toMatchObject({ entries: 2, fault: { number: 3, kind: 'missing' } });
    await asOwner('DELETE FROM audit_entry WHERE number = 1');
    expect(await verdict()).toMatchObject({ entries: 0, fault: { number: 1, kind: 'missing' } });
  });

  it('knows of a missing end, or of a chain made anew, by what somebody noted down alone', async () => {
    const receipts = (await fiveEntries()).map(({ number, hash }) => ({ number, hash: hash.toString('hex').toUpperCase() }));
    const [, second, , fourth, fifth] = receipts as [Receipt, Receipt, Receipt, Receipt, Receipt];
    expect(await verdict(fifth, second)).toMatchObject({ fault: null });
    await asOwner('DELETE FROM audit_entry WHERE number = 5');
    expect(await verdict()).toMatchObject({ entries: 4, fault: null });
    expect(await verdict(fifth)).toMatchObject({ entries: 4, fault: { number: 5, kind: 'cut-off' } });
    await log.write(aRecord());
    expect(await verdict()).toMatchObject({ entries: 5, fault: null });
    expect(await verdict(fifth)).toMatchObject({ fault: { number: 5, kind: 'replaced' } });
    expect(await verdict(fourth)).toMatchObject({ fault: null });
  });

  it('reads on from batch to batch', async () => {
    await server.dataSource.query(`INSERT INTO audit_entry (area, action, details) SELECT 'test', 'test.read', jsonb_build_object('number', number) FROM generate_series(1, 4100) number`);
    expect(await verdict()).toMatchObject({ entries: 4_100, fault: null });
    await asOwner(`UPDATE audit_entry SET details = '{}' WHERE number = 4050`);
    expect(await verdict()).toMatchObject({ entries: 4_049, fault: { number: 4_050, kind: 'changed' } });
  });
});
