import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, Transactions } from '@parvis/platform/server';
import { IdeaAuthorEntity } from '../idea/idea-author.entity.ts';
import { IdeaLock } from '../idea/idea-lock.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { ideaAuthorsChanged, ideaVolunteered, ideaVolunteerLeft } from '../ideas.events.ts';
import { about, checkedOffer, IdeaAuthorService } from './idea-author.service.ts';

/** Who waits to be taken in or thanked, at a time. */
const maxVolunteers = 50;

/** Whoever sees an idea offers to make it with its authors, who take them in or thank them. */
@Injectable()
export class VolunteerService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: IdeaLock,
    private readonly authors: IdeaAuthorService,
  ) {}

  /** Offers to help, in a sentence; again: in another. Who is invited becomes an author at once. Errors: TEXT_REQUIRED, TEXT_TOO_LONG, IDEA_NOT_FOUND, IDEA_NOT_NOW, IDEA_VOLUNTEERS_TOO_MANY, CAMPAIGN_NOT_NOW. */
  async volunteer(viewer: Viewer, id: string, sentence: string): Promise<IdeaEntity> {
    const contribution = checkedOffer(sentence);
    return this.transactions.run(async (tx) => {
      const held = await this.lock.forTakingPart(tx, viewer, { id, action: 'volunteer' });
      const { idea, now } = held;
      if (idea.state !== 'submitted') throw ideasErrors.ideaNotNow(idea.state);
      const own = { ideaId: idea.id, personId: viewer.personId };
      const known = await tx.manager.findOneBy(IdeaAuthorEntity, own);
      if (known?.standing === 'author') return idea;
      if (!known && (await tx.manager.countBy(IdeaAuthorEntity, { ideaId: idea.id, standing: 'volunteer' })) >= maxVolunteers) throw ideasErrors.tooManyVolunteers(maxVolunteers);
      if (known) await tx.manager.update(IdeaAuthorEntity, own, { contribution });
      else await tx.manager.insert(IdeaAuthorEntity, { ...own, standing: 'volunteer', contribution, createdAt: now });
      if (known?.standing === 'invited') await this.authors.join(tx, viewer, held, viewer.personId);
      if (!known) tx.emit(ideaVolunteered(about(viewer, idea)));
      tx.emit(ideaAuthorsChanged(about(viewer, idea)));
      return idea;
    });
  }

  /** Offers to help no more; who was taken in leaves instead. Errors: ID_INVALID, IDEA_NOT_FOUND. */
  async stop(viewer: Viewer, id: string): Promise<IdeaEntity> {
    return this.transactions.run(async (tx) => {
      const { idea } = await this.lock.forOneself(tx, viewer, id);
      const { affected } = await tx.manager.delete(IdeaAuthorEntity, { ideaId: idea.id, personId: viewer.personId, standing: 'volunteer' });
      if (!affected) return idea;
      tx.emit(ideaVolunteerLeft(about(viewer, idea)));
      tx.emit(ideaAuthorsChanged(about(viewer, idea)));
      return idea;
    });
  }

  /** Takes somebody in who volunteers. Errors: ID_INVALID, IDEA_NOT_FOUND, IDEA_NOT_YOURS, IDEA_NOT_NOW, CAMPAIGN_NOT_NOW, IDEA_STANDING_GONE, IDEA_AUTHORS_TOO_MANY. */
  async takeIn(viewer: Viewer, id: string, personId: string): Promise<IdeaEntity> {
    const volunteerId = checkedId('personId', personId);
    return this.transactions.run(async (tx) => {
      const held = await this.lock.forAuthorOfLive(tx, viewer, { id, action: 'volunteer' });
      const { idea } = held;
      const known = await tx.manager.findOneBy(IdeaAuthorEntity, { ideaId: idea.id, personId: volunteerId });
      if (known?.standing === 'author') return idea;
      if (known?.standing !== 'volunteer') throw ideasErrors.standingGone();
      await this.authors.join(tx, viewer, held, volunteerId);
      return idea;
    });
  }

  /** Thanks somebody who volunteers and is not taken in; they are not told, and may offer something else. Errors: ID_INVALID, IDEA_NOT_FOUND, IDEA_NOT_YOURS. */
  async thank(viewer: Viewer, id: string, personId: string): Promise<IdeaEntity> {
    const volunteerId = checkedId('personId', personId);
    return this.transactions.run(async (tx) => {
      const { idea } = await this.lock.forAuthor(tx, viewer, { id });
      const { affected } = await tx.manager.delete(IdeaAuthorEntity, { ideaId: idea.id, personId: volunteerId, standing: 'volunteer' });
      if (affected) tx.emit(ideaAuthorsChanged(about(viewer, idea)));
      return idea;
    });
  }
}
