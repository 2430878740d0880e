import type { RichTextDocument } from '@parvis/conversations/server';
import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectEntity } from './project.entity.ts';

/** What those who carry an idea out, or made it, tell of it. */
@Entity('project_update')
@Index('project_update_key', ['authorId', 'key'], { unique: true })
@Index('project_update_project', ['projectId', 'id'])
export class ProjectUpdateEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => ProjectEntity, { onDelete: 'CASCADE', name: 'project_update_project_fk' })
  @Column('uuid')
  projectId!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'project_update_author_fk' })
  @Column('uuid')
  authorId!: string;

  /** Made by the client once per update: the same again is a retry. */
  @Column('uuid')
  key!: string;

  @Column('jsonb')
  body!: RichTextDocument;

  /** The body without its form. */
  @Column('text')
  text!: string;

  /** How far the project was when it was written. */
  @Column('int')
  percentage!: number;

  @Column('timestamptz')
  createdAt!: Date;
}
