import { Entity, Index, PrimaryColumn } from 'typeorm';

/** A word of somebody's name, title, department, skills or topics, folded. What is typed is compared with each word once, not with all the people who share it. None is forgotten. */
@Entity('directory_word')
@Index('directory_word_alike', { synchronize: false })
export class DirectoryWordEntity {
  @PrimaryColumn('text')
  word!: string;
}
