import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The words of a document that the lexicon has not taken in yet. */
@Entity('search_unread')
export class SearchUnreadEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text', { array: true })
  words!: string[];
}
