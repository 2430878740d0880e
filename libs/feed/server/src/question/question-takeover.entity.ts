import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PostEntity } from '../post/post.entity.ts';

/** Whoever looks after a question since its asker has left: they say which answer helped. The question stays its asker's. */
@Entity('question_takeover')
export class QuestionTakeoverEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'question_takeover_pk' })
  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE', name: 'question_takeover_post_fk' })
  postId!: string;

  @Index('question_takeover_taker')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'question_takeover_taker_fk' })
  @Column('uuid')
  takerId!: string;

  @Column('timestamptz')
  takenAt!: Date;
}
