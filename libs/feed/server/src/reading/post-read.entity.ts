import { PersonEntity } from '@parvis/identity/server';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PostEntity } from '../post/post.entity.ts';

/** A post was in front of somebody. For them alone, and without a time: it only keeps the post out of « what I missed ». */
@Entity('post_read')
@Index('post_read_post', ['postId'])
export class PostReadEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_read_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'post_read_person_fk' })
  personId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_read_pk' })
  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE', name: 'post_read_post_fk' })
  postId!: string;
}
