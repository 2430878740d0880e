import { isAnimator } from '@parvis/communities/server';
import type { Role, Viewer } from '@parvis/identity/server';
import type { Transaction } from '@parvis/platform/server';

/** Who speaks for the whole company: they announce to it, and pin what is said to it. */
const companyVoices: readonly Role[] = ['executive', 'hr', 'it', 'moderator'];

export const speaksForCompany = (viewer: Viewer): boolean => viewer.roles.some((role) => companyVoices.includes(role));

/** Whether the viewer may announce and pin there: animators in their community, the company's voices in the whole company (null). */
export async function speaksFor({ manager }: Transaction, viewer: Viewer, communityId: string | null): Promise<boolean> {
  if (!communityId) return speaksForCompany(viewer);
  const rows: unknown[] = await manager.query(`SELECT 1 WHERE ${isAnimator('$1', '$2')}`, [communityId, viewer.personId]);
  return rows.length > 0;
}

/** Whoever pins in a community, or to the whole company (null), takes this lock: the last place is given once. */
export const pinsTurn = (communityId: string | null): string => `feed.pins ${communityId ?? 'company'}`;
