import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const skillLanguages = ['fr', 'en'] as const;
export type SkillLanguage = (typeof skillLanguages)[number];

/** Where a skill comes from: an edition of ESCO, the few that Parvis brings along, or the company itself. */
export type SkillOrigin = 'edition' | 'starter' | 'company';

/** Something that people can do, whatever it is called: a concept of the taxonomy. */
@Entity('skill')
@Check('skill_origin', `origin IN ('edition', 'starter', 'company')`)
export class SkillEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** What ESCO calls it; null for one that ESCO does not have. */
  @Index('skill_uri', { unique: true })
  @Column('text', { nullable: true })
  uri!: string | null;

  @Column('text')
  origin!: SkillOrigin;

  /** Gone from the newest edition, and kept for those who have it: no longer suggested. */
  @Column('timestamptz', { nullable: true })
  retiredAt!: Date | null;
}
