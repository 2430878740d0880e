import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { Transactions } from '@parvis/platform/server';
import { feedErrors } from '../feed.errors.ts';
import { tagFollowed, tagUnfollowed } from '../feed.events.ts';
import { checkedTag } from './tag-form.ts';
import { TagFollowEntity } from './tag-follow.entity.ts';

/** Each is a source that every reading of the feed asks. */
const maxFollowed = 100;

/** Which hashtags people choose to read. */
@Injectable()
export class TagService {
  constructor(private readonly transactions: Transactions) {}

  /** Following twice changes nothing; returns the hashtag. Errors: TAG_INVALID, TAG_FOLLOWS_TOO_MANY. */
  async follow(viewer: Viewer, written: string): Promise<string> {
    const tag = checkedTag(written);
    return this.transactions.run(async (tx) => {
      const [{ count }]: [{ count: number }] = await tx.manager.query(`SELECT count(*)::int AS count FROM tag_follow WHERE person_id = $1 AND tag <> $2`, [viewer.personId, tag]);
      if (count >= maxFollowed) throw feedErrors.tooManyTagsFollowed(maxFollowed);
      const inserted: unknown[] = await tx.manager.query(
        `INSERT INTO tag_follow (person_id, tag, created_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING RETURNING tag`,
        [viewer.personId, tag],
      );
      if (inserted.length > 0) tx.emit(tagFollowed({ followerId: viewer.personId, tag }));
      return tag;
    });
  }

  /** Errors: TAG_INVALID. */
  async unfollow(viewer: Viewer, written: string): Promise<string> {
    const tag = checkedTag(written);
    return this.transactions.run(async (tx) => {
      const { affected } = await tx.manager.delete(TagFollowEntity, { personId: viewer.personId, tag });
      if (affected) tx.emit(tagUnfollowed({ followerId: viewer.personId, tag }));
      return tag;
    });
  }
}
