import { Injectable } from '@nestjs/common';
import { ThreadService } from '@parvis/conversations/server';
import type { Transaction } from '@parvis/platform/server';
import { In } from 'typeorm';
import { maxAuthors } from '../author/idea-author.service.ts';
import { IdeaAuthorEntity } from '../idea/idea-author.entity.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { IdeaSupportEntity } from '../support/idea-support.entity.ts';
import { recountSupport } from '../support/support-count.ts';
import { IdeaMergeCarriedEntity, type Carried } from './idea-merge-carried.entity.ts';
import type { IdeaMergeEntity } from './idea-merge.entity.ts';

/** Carries people over from one idea to another and back. What stands at the source stays there, so that nothing needs to be guessed when it is undone. Both ideas are held by the caller. */
@Injectable()
export class MergeCarrier {
  constructor(private readonly threads: ThreadService) {}

  /** Authors become authors, supporters supporters, once each; followers follow. Errors: IDEA_AUTHORS_TOO_MANY. */
  async carry(tx: Transaction, merge: IdeaMergeEntity, now: Date): Promise<void> {
    await this.carryAuthors(tx, merge, now);
    await this.carrySupports(tx, merge);
    const { id, sourceId, targetId } = merge;
    const following = await this.threads.followAlso(tx, { type: 'idea', id: sourceId }, { type: 'idea', id: targetId });
    await this.note(tx, id, 'follow', following);
  }

  /** Each idea has its own again. Errors: IDEA_LAST_AUTHOR: all who made the target before have left it. */
  async giveBack(tx: Transaction, { id, targetId }: IdeaMergeEntity): Promise<void> {
    const carried = Map.groupBy(await tx.manager.findBy(IdeaMergeCarriedEntity, { mergeId: id }), ({ what }) => what);
    const peopleOf = (what: Carried): string[] => (carried.get(what) ?? []).map(({ personId }) => personId);
    await tx.manager.delete(IdeaAuthorEntity, { ideaId: targetId, personId: In(peopleOf('author')) });
    for (const standing of ['invited', 'volunteer'] as const) await tx.manager.update(IdeaAuthorEntity, { ideaId: targetId, personId: In(peopleOf(standing)) }, { standing });
    if (!(await tx.manager.existsBy(IdeaAuthorEntity, { ideaId: targetId, standing: 'author' }))) throw ideasErrors.lastAuthor();
    await tx.manager.delete(IdeaSupportEntity, { ideaId: targetId, personId: In(peopleOf('support')) });
    // Unless they were taken in as an author since.
    await tx.manager.query(
      `INSERT INTO idea_support (idea_id, person_id, created_at) SELECT $1, own.id, now() FROM unnest($2::uuid[]) own(id)
       WHERE NOT EXISTS (SELECT 1 FROM idea_author made WHERE made.idea_id = $1 AND made.person_id = own.id AND made.standing = 'author') ON CONFLICT DO NOTHING`,
      [targetId, peopleOf('own-support')],
    );
    await this.threads.unfollow(tx, { type: 'idea', id: targetId }, peopleOf('follow'));
    await recountSupport(tx, targetId);
  }

  private async carryAuthors(tx: Transaction, { id, sourceId, targetId }: IdeaMergeEntity, now: Date): Promise<void> {
    const authors = await tx.manager.findBy(IdeaAuthorEntity, { ideaId: sourceId, standing: 'author' });
    const known = new Map((await tx.manager.findBy(IdeaAuthorEntity, { ideaId: targetId })).map((one) => [one.personId, one]));
    const others = [...known.values()].filter(({ standing, personId }) => standing !== 'volunteer' && !authors.some((author) => author.personId === personId));
    if (others.length + authors.length > maxAuthors) throw ideasErrors.tooManyAuthors(maxAuthors);
    for (const { personId, contribution } of authors) {
      const own = known.get(personId);
      if (own?.standing === 'author') continue;
      await tx.manager.save(IdeaAuthorEntity, { ideaId: targetId, personId, standing: 'author', contribution: own?.contribution || contribution, createdAt: now });
      await this.note(tx, id, own?.standing ?? 'author', [personId]);
    }
  }

  private async carrySupports(tx: Transaction, { id, sourceId, targetId }: IdeaMergeEntity): Promise<void> {
    // Nobody supports an idea of their own.
    const [dropped]: [{ id: string }[], number] = await tx.manager.query(
      `DELETE FROM idea_support given USING idea_author made WHERE given.idea_id = $1 AND made.idea_id = $1 AND made.person_id = given.person_id AND made.standing = 'author' RETURNING given.person_id AS id`,
      [targetId],
    );
    const carried: { id: string }[] = await tx.manager.query(
      `INSERT INTO idea_support (idea_id, person_id, created_at)
       SELECT $2, given.person_id, given.created_at FROM idea_support given
       WHERE given.idea_id = $1 AND NOT EXISTS (SELECT 1 FROM idea_author made WHERE made.idea_id = $2 AND made.person_id = given.person_id AND made.standing = 'author')
       ON CONFLICT DO NOTHING RETURNING person_id AS id`,
      [sourceId, targetId],
    );
    await this.note(tx, id, 'own-support', dropped.map((one) => one.id));
    await this.note(tx, id, 'support', carried.map((one) => one.id));
    await recountSupport(tx, targetId);
  }

  private async note(tx: Transaction, mergeId: string, what: Carried, personIds: readonly string[]): Promise<void> {
    if (personIds.length > 0) await tx.manager.insert(IdeaMergeCarriedEntity, personIds.map((personId) => ({ mergeId, personId, what })));
  }
}
