import { Injectable } from '@nestjs/common';
import { PersonQuery, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { checkedId, Transactions } from '@parvis/platform/server';
import { peopleErrors } from '../people.errors.ts';
import { personFollowed, personUnfollowed } from '../people.events.ts';
import { FollowEntity } from './follow.entity.ts';

/** Whom people choose to read. */
@Injectable()
export class FollowService {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonQuery,
  ) {}

  /** Errors: PERSON_NOT_FOUND, FOLLOW_SELF. */
  async follow(viewer: Viewer, personId: string): Promise<PersonEntity> {
    const person = await this.person(viewer, personId);
    await this.transactions.run(async (tx) => {
      const inserted: unknown[] = await tx.manager.query(
        `INSERT INTO follow (follower_id, followee_id, created_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING RETURNING followee_id`,
        [viewer.personId, person.id],
      );
      if (inserted.length > 0) tx.emit(personFollowed({ followerId: viewer.personId, followeeId: person.id }));
    });
    return person;
  }

  /** Errors: PERSON_NOT_FOUND. */
  async unfollow(viewer: Viewer, personId: string): Promise<PersonEntity> {
    const person = await this.person(viewer, personId);
    await this.transactions.run(async (tx) => {
      const { affected } = await tx.manager.delete(FollowEntity, { followerId: viewer.personId, followeeId: person.id });
      if (affected) tx.emit(personUnfollowed({ followerId: viewer.personId, followeeId: person.id }));
    });
    return person;
  }

  private async person(viewer: Viewer, id: string): Promise<PersonEntity> {
    const person = await this.people.byId(viewer, checkedId('id', id));
    if (!person) throw peopleErrors.notFound();
    if (person.id === viewer.personId) throw peopleErrors.cannotFollowSelf();
    return person;
  }
}
