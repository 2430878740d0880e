import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SkillEntity } from '../taxonomy/skill.entity.ts';

/** Something that somebody says they can do. */
@Entity('person_skill')
@Check('person_skill_folded', `folded = skill_key(words) AND folded <> ''`)
@Check('person_skill_level', `level BETWEEN 1 AND 4`)
@Index('person_skill_words', ['personId', 'folded'], { unique: true })
@Index('person_skill_skill', ['skillId', 'personId'])
@Index('person_skill_free', { synchronize: false })
export class PersonSkillEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'person_skill_person_fk' })
  @Column('uuid')
  personId!: string;

  /** Null: nobody knows yet which skill of the taxonomy the words mean. */
  @ForeignKey(() => SkillEntity, { onDelete: 'RESTRICT', name: 'person_skill_skill_fk' })
  @Column('uuid', { nullable: true })
  skillId!: string | null;

  /** As the person wrote it. */
  @Column('text')
  words!: string;

  /** `skill_key` of the words. */
  @Column('text')
  folded!: string;

  /** From 1 (learns it) to 4 (helps others with it); null: not said. */
  @Column('smallint', { nullable: true })
  level!: number | null;

  @Column('smallint')
  position!: number;
}
