import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What somebody is found by, folded once for all: to fold thousands of texts again in each search would take most of its time. Triggers of `person` and `profile` keep it. */
@Entity('directory_entry')
@Index('directory_entry_names', { synchronize: false })
@Index('directory_entry_words', { synchronize: false })
export class DirectoryEntryEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'directory_entry_person_fk' })
  personId!: string;

  /** Name, title and department. */
  @Column('text')
  names!: string;

  /** Skills and topics. */
  @Column('text')
  words!: string;
}
