import type { AuditDetail, Transaction } from '@parvis/platform/server';
import { breakGlassClosed } from '../communities.events.ts';
import type { BreakGlassEntity } from './break-glass.entity.ts';

/** Into the audit log, for good: ids, the reason as it was given, and how many pages were read. */
export function recordBreakGlass(tx: Transaction, action: string, access: BreakGlassEntity, actorId: string | null, details: Record<string, AuditDetail> = {}): void {
  tx.record({ area: 'break-glass', action: `break-glass.${action}`, actorId, details: { access: access.id, community: access.communityId, ...details } });
}

const pieceLength = 100;

/** A text in pieces that the audit log does not cut. */
export function inPieces(text: string): string[] {
  const signs = [...text];
  return Array.from({ length: Math.ceil(signs.length / pieceLength) }, (_, i) => signs.slice(i * pieceLength, (i + 1) * pieceLength).join(''));
}

/** Nothing is read through it from the commit on, in any process: every reading asks the table. `byId` null: its time is over, or nothing is left to open. */
export async function closeAccess(tx: Transaction, access: BreakGlassEntity, { as, byId }: { as: 'refused' | 'withdrawn' | 'lapsed' | 'ended'; byId: string | null }): Promise<void> {
  const now = new Date();
  Object.assign(access, { state: as, endedById: as === 'ended' ? byId : null });
  if (access.endsAt && access.endsAt > now) access.endsAt = now;
  await tx.manager.save(access);
  recordBreakGlass(tx, as, access, byId, as === 'ended' ? { askedBy: access.askedById, readings: access.readingCount } : { askedBy: access.askedById });
  tx.emit(breakGlassClosed({ accessId: access.id, communityId: access.communityId }));
}
