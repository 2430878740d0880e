import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SkillEntity, type SkillLanguage } from './skill.entity.ts';

/** What a skill is called in a language: one word is preferred, the others are its synonyms. */
@Entity('skill_label')
@Check('skill_label_language', `language IN ('fr', 'en')`)
@Check('skill_label_folded', `folded = skill_key(label) AND folded <> ''`)
@Index('skill_label_preferred', { synchronize: false })
@Index('skill_label_words', { synchronize: false })
@Index('skill_label_alike', { synchronize: false })
export class SkillLabelEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'skill_label_pk' })
  @ForeignKey(() => SkillEntity, { onDelete: 'CASCADE', name: 'skill_label_skill_fk' })
  skillId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'skill_label_pk' })
  language!: SkillLanguage;

  /** As it is compared: `skill_key` of the label, without accents, capitals and signs. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'skill_label_pk' })
  folded!: string;

  @Column('text')
  label!: string;

  @Column('boolean')
  isPreferred!: boolean;

  /** Told by an edition of ESCO, whose next one may take it back; the others are the company's or came with Parvis. */
  @Column('boolean')
  ofEdition!: boolean;
}
