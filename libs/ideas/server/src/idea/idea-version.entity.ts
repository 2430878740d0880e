import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { IdeaWords } from './idea-words.ts';
import { IdeaEntity } from './idea.entity.ts';

/** What an idea said, and the names of the files beside it; missing in versions of before ideas had files. */
export type VersionWords = IdeaWords & { files?: string[] };

/** What an idea said at a time. Every change of what was submitted is a version; nothing is lost. */
@Entity('idea_version')
export class IdeaVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_version_pk' })
  @ForeignKey(() => IdeaEntity, { onDelete: 'CASCADE', name: 'idea_version_idea_fk' })
  ideaId!: string;

  /** From 1. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'idea_version_pk' })
  number!: number;

  @Index('idea_version_author')
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'idea_version_author_fk' })
  @Column('uuid')
  authorId!: string;

  /** `files`: the names of those that it had, which may be gone. */
  @Column('jsonb')
  words!: VersionWords;

  @Column('text')
  note!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
