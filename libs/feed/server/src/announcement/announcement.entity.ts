import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PostEntity } from '../post/post.entity.ts';

/** What only an announcement has; that it is pinned stands on the post, as for any other. */
@Entity('announcement')
export class AnnouncementEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE', name: 'announcement_post_fk' })
  postId!: string;

  /** Readers are asked to say that they have read it. */
  @Column('boolean')
  asksAcknowledgement!: boolean;
}
