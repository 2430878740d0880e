import type { Transaction } from '@parvis/platform/server';

/** Counts the support of an idea anew; the idea is held by the caller. Recounted rather than added to: two in the same second must both survive. */
export async function recountSupport(tx: Transaction, ideaId: string): Promise<number> {
  const [[{ count }]]: [[{ count: number }]] = await tx.manager.query(`UPDATE idea SET support_count = (SELECT count(*) FROM idea_support WHERE idea_id = $1) WHERE id = $1 RETURNING support_count AS count`, [ideaId]);
  return count;
}
