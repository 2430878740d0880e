import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PostEntity } from '../post/post.entity.ts';

/** Somebody keeps a post at hand. */
@Entity('saved_post')
@Index('saved_post_once', ['postId', 'personId'], { unique: true })
@Index('saved_post_listed', ['personId', 'id'])
export class SavedPostEntity {
  /** UUID version 7: the order of saving. */
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'saved_post_person_fk' })
  @Column('uuid')
  personId!: string;

  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE', name: 'saved_post_post_fk' })
  @Column('uuid')
  postId!: string;
}
