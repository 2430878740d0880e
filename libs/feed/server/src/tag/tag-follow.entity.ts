import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Somebody reads a hashtag in their feed. */
@Entity('tag_follow')
export class TagFollowEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tag_follow_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'tag_follow_person_fk' })
  personId!: string;

  /** Lower-cased, without its #. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'tag_follow_pk' })
  tag!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
