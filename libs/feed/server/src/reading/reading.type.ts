import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { FeedSourceEnum } from '../home/feed.type.ts';
import type { FeedSource } from '../home/feed-source.ts';

@ObjectType('FeedPosition', { description: 'Where the viewer stopped in one of their feeds; nobody else can read it, and it is erased 90 days after their last visit.' })
export class FeedPositionType {
  @Field(() => ID, {
    nullable: true,
    description: 'UUID of the post last seen: later posts sort after it. It may have been deleted since; null when only « mark all as read » was used.',
  })
  postId!: string | null;

  @Field({ description: 'When the viewer was last there.' })
  seenAt!: Date;
}

@InputType({ description: 'Posts of a feed that were in front of the reader.' })
export class MarkPostsReadInput {
  @Field(() => FeedSourceEnum, { description: 'Which feed.' })
  source!: FeedSource;

  @Field(() => [ID], { description: 'UUIDs of the posts, 100 at most. Errors: POSTS_MARKED_TOO_MANY, ID_INVALID.' })
  postIds!: string[];

  @Field(() => ID, { nullable: true, description: 'UUID of the post where the reader is now, the newest first; the former place is kept when left out. Errors: ID_INVALID.' })
  stoppedAtId?: string | null;
}
