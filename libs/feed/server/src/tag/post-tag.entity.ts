import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PostEntity } from '../post/post.entity.ts';

/**
 * The hashtags of posts that are not deleted, in the order of posts: what is newest of a hashtag is read from the end of an index. A trigger
 * keeps it in step with `post.tags`; nothing else writes to it.
 */
@Entity('post_tag')
@Index('post_tag_post', ['postId', 'tag'])
@Index('post_tag_begun', { synchronize: false })
export class PostTagEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'post_tag_pk' })
  tag!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_tag_pk' })
  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE', name: 'post_tag_post_fk' })
  postId!: string;
}
