import { PersonEntity } from '@parvis/identity/server';
import { SkillEntity } from '@parvis/people/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A subject on which somebody is not to be proposed. */
@Entity('expert_refused_topic')
@Check('expert_refused_topic_folded', `folded = skill_key(words) AND folded <> ''`)
@Index('expert_refused_topic_skill', ['skillId'])
export class RefusedTopicEntity {
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'expert_refused_topic_person_fk' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'expert_refused_topic_pk' })
  personId!: string;

  /** `skill_key` of the words. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'expert_refused_topic_pk' })
  folded!: string;

  /** As the person wrote it, without #. */
  @Column('text')
  words!: string;

  /** Lower-cased, without #; null: no hashtag. */
  @Column('text', { nullable: true })
  tag!: string | null;

  /** Null: no skill of the taxonomy is called so. */
  @ForeignKey(() => SkillEntity, { onDelete: 'SET NULL', name: 'expert_refused_topic_skill_fk' })
  @Column('uuid', { nullable: true })
  skillId!: string | null;

  @Column('smallint')
  position!: number;
}
