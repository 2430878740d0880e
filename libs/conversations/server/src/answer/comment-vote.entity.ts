import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CommentEntity } from '../comment/comment.entity.ts';

/** Somebody found an answer useful; nobody is shown who did. */
@Entity('comment_vote')
export class CommentVoteEntity {
  @ForeignKey(() => CommentEntity, { onDelete: 'CASCADE', name: 'comment_vote_comment_fk' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'comment_vote_pk' })
  commentId!: string;

  @Index('comment_vote_person')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'comment_vote_person_fk' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'comment_vote_pk' })
  personId!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
