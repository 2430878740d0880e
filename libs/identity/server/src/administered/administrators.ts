import type { EntityManager } from 'typeorm';
import { identityErrors } from '../identity.errors.ts';

/** Until the end of the transaction nobody else takes anybody away from those who administer the whole company. Errors: LAST_ADMINISTRATOR when nobody but `personId` does. */
export async function requireOtherAdministrator(manager: EntityManager, personId: string): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('administrators'))`);
  const others: unknown[] = await manager.query(`SELECT 1 FROM person WHERE roles @> '{it}' AND roles <> '{employee}' AND deactivated_at IS NULL AND id <> $1 LIMIT 1`, [personId]);
  if (others.length === 0) throw identityErrors.lastAdministrator();
}

/** What cannot be taken back needs the name of the person typed; letter case and white space around it are forgiven. Errors: NAME_TYPED_DIFFERS. */
export async function requireTypedName(manager: EntityManager, personId: string, typed: string): Promise<void> {
  const rows: unknown[] = await manager.query('SELECT 1 FROM person WHERE id = $1 AND lower(display_name) = lower($2)', [personId, typed.replaceAll('\u0000', '').trim()]);
  if (rows.length === 0) throw identityErrors.nameTypedDiffers();
}
