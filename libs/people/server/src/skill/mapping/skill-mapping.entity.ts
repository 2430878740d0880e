import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SkillEntity } from '../taxonomy/skill.entity.ts';

/** That certain words, which the taxonomy does not have, mean a certain skill; decided by an administrator, for whoever writes them from then on too. */
@Entity('skill_mapping')
@Check('skill_mapping_folded', `folded = skill_key(words) AND folded <> ''`)
export class SkillMappingEntity {
  @PrimaryColumn('text')
  folded!: string;

  @Column('text')
  words!: string;

  @Index('skill_mapping_skill')
  @ForeignKey(() => SkillEntity, { onDelete: 'RESTRICT', name: 'skill_mapping_skill_fk' })
  @Column('uuid')
  skillId!: string;

  @Index('skill_mapping_mapped_by')
  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL', name: 'skill_mapping_mapped_by_fk' })
  @Column('uuid', { nullable: true })
  mappedById!: string | null;

  @Column('timestamptz')
  mappedAt!: Date;
}
