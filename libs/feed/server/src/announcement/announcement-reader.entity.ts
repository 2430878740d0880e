import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AnnouncementEntity } from './announcement.entity.ts';

/** An announcement was in front of somebody. Only to count each once: no field, list or event gives the name, and no time is kept. */
@Entity('announcement_reader')
export class AnnouncementReaderEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'announcement_reader_pk' })
  @ForeignKey(() => AnnouncementEntity, { onDelete: 'CASCADE', name: 'announcement_reader_announcement_fk' })
  postId!: string;

  @Index('announcement_reader_person')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'announcement_reader_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'announcement_reader_person_fk' })
  personId!: string;

  /** Has said « I have read it ». */
  @Column('boolean')
  hasAcknowledged!: boolean;
}
