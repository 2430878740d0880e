import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectEntity } from './project.entity.ts';

/** A step of a project. */
@Entity('project_milestone')
@Index('project_milestone_project', ['projectId', 'place'])
export class ProjectMilestoneEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => ProjectEntity, { onDelete: 'CASCADE', name: 'project_milestone_project_fk' })
  @Column('uuid')
  projectId!: string;

  /** Its place in the list, from 0. */
  @Column('int')
  place!: number;

  @Column('text')
  title!: string;

  @Column('date')
  dueOn!: string;

  /** The day that was promised first: a day put off stays told. */
  @Column('date')
  firstDueOn!: string;

  /** Null: not yet. */
  @Column('date', { nullable: true })
  doneOn!: string | null;
}
