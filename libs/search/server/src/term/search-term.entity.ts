import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A word that somebody has written somewhere, for completing and correcting what is typed. Known to nobody by itself: the place may be secret. */
@Entity('search_term')
@Index('search_term_alike', { synchronize: false })
@Index('search_term_prefix', { synchronize: false })
@Index('search_term_stems', { synchronize: false })
export class SearchTermEntity {
  /** Lower-cased, without accents. */
  @PrimaryColumn('text')
  term!: string;

  /** With its accents, as it came first. */
  @Column('text')
  shown!: string;

  /** In about how many documents it was written, edits counted anew. */
  @Column('integer')
  documents!: number;
}
