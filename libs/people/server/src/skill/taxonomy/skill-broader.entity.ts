import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SkillEntity } from './skill.entity.ts';

/** A skill that is part of a broader one. */
@Entity('skill_broader')
@Check('skill_broader_other', `skill_id <> broader_id`)
export class SkillBroaderEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'skill_broader_pk' })
  @ForeignKey(() => SkillEntity, { onDelete: 'CASCADE', name: 'skill_broader_skill_fk' })
  skillId!: string;

  @Index('skill_broader_broader')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'skill_broader_pk' })
  @ForeignKey(() => SkillEntity, { onDelete: 'CASCADE', name: 'skill_broader_broader_fk' })
  broaderId!: string;
}
