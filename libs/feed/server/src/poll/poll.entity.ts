import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PostEntity } from '../post/post.entity.ts';

/** What only a poll has. How it is voted never changes once it is published. */
@Entity('poll')
export class PollEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE', name: 'poll_post_fk' })
  postId!: string;

  /** Several options may be chosen. */
  @Column('boolean')
  isMultiple!: boolean;

  /** Nobody can ever tell who chose what. */
  @Column('boolean')
  isAnonymous!: boolean;

  /** Null: it stays open. */
  @Column('timestamptz', { nullable: true })
  closesAt!: Date | null;
}
