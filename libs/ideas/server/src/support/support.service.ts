import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { Transactions, type Transaction } from '@parvis/platform/server';
import { IdeaAuthorEntity } from '../idea/idea-author.entity.ts';
import { IdeaLock } from '../idea/idea-lock.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { BallotEntity } from '../vote/ballot.entity.ts';
import { IdeaSupportEntity } from './idea-support.entity.ts';
import { recountSupport } from './support-count.ts';
import { supportsUsed } from './support.query.ts';

/** Gives ideas support and takes it back. */
@Injectable()
export class SupportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: IdeaLock,
  ) {}

  /**
   * Supports an idea or no longer does: the same again changes nothing. Errors: ID_INVALID, IDEA_NOT_FOUND, CAMPAIGN_NOT_NOW, IDEA_NOT_NOW, IDEA_OWN, SUPPORT_LIMIT with `max`.
   */
  async set(viewer: Viewer, id: string, wanted: boolean): Promise<IdeaEntity> {
    return this.transactions.run(async (tx) => {
      const { idea, now } = await this.lock.forTakingPart(tx, viewer, { id, action: 'support' });
      if (idea.state !== 'submitted') throw ideasErrors.ideaNotNow(idea.state);
      const support = { ideaId: idea.id, personId: viewer.personId };
      if (wanted === (await tx.manager.existsBy(IdeaSupportEntity, support))) return idea;
      if (wanted) {
        if (await tx.manager.existsBy(IdeaAuthorEntity, { ...support, standing: 'author' })) throw ideasErrors.ownIdea();
        await this.requireOneLeft(tx, viewer, idea.campaignId);
        await tx.manager.insert(IdeaSupportEntity, { ...support, createdAt: now });
      } else {
        await tx.manager.delete(IdeaSupportEntity, support);
      }
      idea.supportCount = await recountSupport(tx, idea.id);
      return idea;
    });
  }

  private async requireOneLeft(tx: Transaction, viewer: Viewer, campaignId: string | null): Promise<void> {
    const ballot = campaignId && (await tx.manager.findOneBy(BallotEntity, { campaignId, kind: 'support' }));
    if (!ballot || ballot.maxSupports === null) return;
    // One at a time for a person: two ideas supported in the same instant count as two.
    await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`ideas.support ${ballot.campaignId} ${viewer.personId}`]);
    const used = await supportsUsed(tx.manager, viewer, [ballot.campaignId]);
    if ((used.get(ballot.campaignId) ?? 0) >= ballot.maxSupports) throw ideasErrors.supportLimit(ballot.maxSupports);
  }
}
