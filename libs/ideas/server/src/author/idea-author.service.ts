import { Injectable } from '@nestjs/common';
import { PersonEntity, type Viewer } from '@parvis/identity/server';
import { checkedId, limited, platformErrors, requiredLine, Transactions, type Transaction } from '@parvis/platform/server';
import { In, Not } from 'typeorm';
import { campaignVisibleTo } from '../campaign/campaign.access.ts';
import { IdeaAuthorEntity } from '../idea/idea-author.entity.ts';
import { IdeaLock, type HeldIdea } from '../idea/idea-lock.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { IdeaSupportEntity } from '../support/idea-support.entity.ts';
import { recountSupport } from '../support/support-count.ts';
import { ideaAuthorJoined, ideaAuthorsChanged, ideaAuthorsInvited } from '../ideas.events.ts';

/** Authors and those who are invited, together. */
export const maxAuthors = 20;
export const maxContributionLength = 300;

/** Who makes an idea together: authors invite colleagues, who accept or decline; each tells what they bring, and may leave. */
@Injectable()
export class IdeaAuthorService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: IdeaLock,
  ) {}

  /**
   * Asks colleagues to make it together; who volunteers is taken in at once. Whoever is asked already stays so, and is not told again.
   * Errors: IDEA_NOT_FOUND, IDEA_NOT_YOURS, IDEA_NOT_NOW, CAMPAIGN_NOT_NOW, ID_INVALID, TOO_MANY_ITEMS, IDEA_INVITEE_INVALID, IDEA_AUTHORS_TOO_MANY.
   */
  async invite(viewer: Viewer, id: string, personIds: readonly string[]): Promise<IdeaEntity> {
    const asked = [...new Set(personIds.map((personId) => checkedId('personIds', personId)))];
    if (asked.length > maxAuthors) throw platformErrors.tooManyItems('personIds', maxAuthors);
    return this.transactions.run(async (tx) => {
      const held = await this.lock.forAuthorOfLive(tx, viewer, { id, action: 'volunteer' });
      const { idea, now } = held;
      const standing = await tx.manager.findBy(IdeaAuthorEntity, { ideaId: idea.id, personId: In(asked) });
      const fresh = asked.filter((personId) => !standing.some((known) => known.personId === personId));
      for (const { personId } of standing.filter((known) => known.standing === 'volunteer')) await this.join(tx, viewer, held, personId);
      if (fresh.length === 0) return idea;
      await this.requireInvitable(tx, idea, fresh);
      await this.requireRoom(tx, idea, fresh.length);
      await tx.manager.insert(IdeaAuthorEntity, fresh.map((personId) => ({ ideaId: idea.id, personId, standing: 'invited' as const, contribution: '', createdAt: now })));
      tx.emit(ideaAuthorsInvited({ ...about(viewer, idea), personIds: fresh }));
      tx.emit(ideaAuthorsChanged(about(viewer, idea)));
      return idea;
    });
  }

  /** Takes an invitation back that was not answered. Errors: IDEA_NOT_FOUND, IDEA_NOT_YOURS, ID_INVALID. */
  async takeBackInvitation(viewer: Viewer, id: string, personId: string): Promise<IdeaEntity> {
    const invited = checkedId('personId', personId);
    return this.transactions.run(async (tx) => {
      const { idea } = await this.lock.forAuthor(tx, viewer, { id });
      if (await this.removed(tx, idea, invited, 'invited')) tx.emit(ideaAuthorsChanged(about(viewer, idea)));
      return idea;
    });
  }

  /** Becomes one of its authors. Sent again, it changes nothing. Errors: IDEA_NOT_FOUND, IDEA_STANDING_GONE. */
  async accept(viewer: Viewer, id: string): Promise<IdeaEntity> {
    return this.transactions.run(async (tx) => {
      const held = await this.lock.forOneself(tx, viewer, id);
      const { idea } = held;
      const known = await tx.manager.findOneBy(IdeaAuthorEntity, { ideaId: idea.id, personId: viewer.personId });
      if (known?.standing === 'author') return idea;
      if (known?.standing !== 'invited') throw ideasErrors.standingGone();
      await this.join(tx, viewer, held, viewer.personId);
      return idea;
    });
  }

  /** Declines without a reason; authors are not told. Who has accepted already stays an author. Errors: ID_INVALID, IDEA_NOT_FOUND. */
  async decline(viewer: Viewer, id: string): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const { idea } = await this.lock.forOneself(tx, viewer, id);
      if (await this.removed(tx, idea, viewer.personId, 'invited')) tx.emit(ideaAuthorsChanged(about(viewer, idea)));
      return true;
    });
  }

  /** Says what the viewer brings to it. Errors: IDEA_NOT_FOUND, IDEA_NOT_YOURS, TEXT_TOO_LONG. */
  async describe(viewer: Viewer, id: string, contribution: string): Promise<IdeaEntity> {
    const told = limited('contribution', contribution, maxContributionLength);
    return this.transactions.run(async (tx) => {
      const { idea } = await this.lock.forAuthor(tx, viewer, { id });
      await tx.manager.update(IdeaAuthorEntity, { ideaId: idea.id, personId: viewer.personId }, { contribution: told });
      tx.emit(ideaAuthorsChanged(about(viewer, idea)));
      return idea;
    });
  }

  /** Is no author of it any more; what they wrote stays, and so do its versions. Errors: ID_INVALID, IDEA_NOT_FOUND, IDEA_NOT_YOURS, IDEA_LAST_AUTHOR. */
  async leave(viewer: Viewer, id: string): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const { idea } = await this.lock.forAuthor(tx, viewer, { id });
      // Read again under the lock: of two who leave at once, one stays.
      if (!(await tx.manager.existsBy(IdeaAuthorEntity, { ideaId: idea.id, personId: Not(viewer.personId), standing: 'author' }))) throw ideasErrors.lastAuthor();
      await this.removed(tx, idea, viewer.personId, 'author');
      tx.emit(ideaAuthorsChanged(about(viewer, idea)));
      return true;
    });
  }

  /** Of who is invited or volunteers makes an author, who supports it no more; the idea is held by the caller. Errors: IDEA_AUTHORS_TOO_MANY. */
  async join(tx: Transaction, viewer: Viewer, { idea, now }: Pick<HeldIdea, 'idea' | 'now'>, personId: string): Promise<void> {
    const known = await tx.manager.findOneByOrFail(IdeaAuthorEntity, { ideaId: idea.id, personId });
    // Who is invited has their place already.
    if (known.standing === 'volunteer') await this.requireRoom(tx, idea, 1);
    await tx.manager.update(IdeaAuthorEntity, { ideaId: idea.id, personId }, { standing: 'author', createdAt: now });
    // Nobody supports an idea of their own.
    await tx.manager.delete(IdeaSupportEntity, { ideaId: idea.id, personId });
    idea.supportCount = await recountSupport(tx, idea.id);
    tx.emit(ideaAuthorJoined({ ...about(viewer, idea), personId }));
    tx.emit(ideaAuthorsChanged(about(viewer, idea)));
  }

  private async removed(tx: Transaction, idea: IdeaEntity, personId: string, standing: 'invited' | 'author'): Promise<boolean> {
    const { affected } = await tx.manager.delete(IdeaAuthorEntity, { ideaId: idea.id, personId, standing });
    return (affected ?? 0) > 0;
  }

  private async requireRoom(tx: Transaction, idea: IdeaEntity, more: number): Promise<void> {
    const taken = await tx.manager.countBy(IdeaAuthorEntity, { ideaId: idea.id, standing: In(['author', 'invited']) });
    if (taken + more > maxAuthors) throw ideasErrors.tooManyAuthors(maxAuthors);
  }

  /** They work here and see the campaign: nobody is invited to what they could not open. */
  private async requireInvitable(tx: Transaction, { campaignId }: IdeaEntity, personIds: readonly string[]): Promise<void> {
    const asked = tx.manager.createQueryBuilder(PersonEntity, 'asked').where('asked.id = ANY(:personIds) AND asked.deactivated_at IS NULL', { personIds });
    if (campaignId) asked.andWhere(`EXISTS (SELECT 1 FROM campaign whose WHERE whose.id = :campaignId AND ${campaignVisibleTo('whose', 'asked.id')})`, { campaignId });
    if ((await asked.getCount()) < personIds.length) throw ideasErrors.inviteeInvalid();
  }
}

export const about = ({ personId }: Viewer, { id, campaignId }: IdeaEntity) => ({ ideaId: id, campaignId, byId: personId });

/** What somebody would bring, in a sentence. Errors: TEXT_REQUIRED, TEXT_TOO_LONG. */
export const checkedOffer = (text: string): string => requiredLine('contribution', text, maxContributionLength);
