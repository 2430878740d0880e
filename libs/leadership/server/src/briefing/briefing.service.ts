import { Injectable } from '@nestjs/common';
import { PostQuery } from '@parvis/feed/server';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, platformErrors, Transactions } from '@parvis/platform/server';
import { leadershipErrors } from '../leadership.errors.ts';
import { BriefingItemEntity } from './briefing-item.entity.ts';
import { BriefingQuery, type BriefingRow } from './briefing.query.ts';
import { choose } from './choice.ts';

export interface Briefing {
  day: string;
  rows: BriefingRow[];
}

/** Two minutes for an executive: a few things worth a reaction or an answer, chosen once a day. Nobody else ever sees them; of former days only what was set aside is kept. */
@Injectable()
export class BriefingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly query: BriefingQuery,
    private readonly posts: PostQuery,
  ) {}

  /** What was chosen for today, chosen now if nothing was. The day is that of UTC. Errors: FORBIDDEN unless executive. */
  async today(viewer: Viewer, now = new Date()): Promise<Briefing> {
    requireExecutive(viewer);
    const day = now.toISOString().slice(0, 10);
    const rows = await this.query.chosen(viewer, day);
    if (rows.length > 0) return { day, rows };
    await this.chooseFor(viewer, day, now);
    return { day, rows: await this.query.chosen(viewer, day) };
  }

  /** Sets a post aside, for good; the same again changes nothing. Errors: FORBIDDEN, ID_INVALID, BRIEFING_POST_NOT_FOUND. */
  async setAside(viewer: Viewer, id: string): Promise<string> {
    requireExecutive(viewer);
    const postId = checkedId('postId', id);
    if (!(await this.posts.byId(viewer, postId))) throw leadershipErrors.briefingPostNotFound();
    await this.transactions.run((tx) =>
      tx.manager.query('INSERT INTO briefing_dismissal (person_id, post_id, created_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING', [viewer.personId, postId]),
    );
    return postId;
  }

  private async chooseFor(viewer: Viewer, day: string, now: Date): Promise<void> {
    const chosen = choose(await this.query.candidates(viewer, now));
    await this.transactions.run(async (tx) => {
      // Of two pages opened at once, the first chooses.
      await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`briefing ${viewer.personId}`]);
      if (await tx.manager.existsBy(BriefingItemEntity, { personId: viewer.personId, day })) return;
      await tx.manager.delete(BriefingItemEntity, { personId: viewer.personId });
      await tx.manager.insert(BriefingItemEntity, chosen.map(({ postId, reasons }, position) => ({ personId: viewer.personId, postId, day, position, reasons })));
    });
  }
}

function requireExecutive(viewer: Viewer): void {
  if (!viewer.roles.includes('executive')) throw platformErrors.forbidden();
}
