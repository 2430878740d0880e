import { PostEntity } from '@parvis/feed/server';
import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** « Not for me »: an executive has set a post aside, for good. */
@Entity('briefing_dismissal')
export class BriefingDismissalEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'briefing_dismissal_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'briefing_dismissal_person_fk' })
  personId!: string;

  @Index('briefing_dismissal_post')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'briefing_dismissal_pk' })
  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE', name: 'briefing_dismissal_post_fk' })
  postId!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
