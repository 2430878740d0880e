import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SkillEntity } from '../taxonomy/skill.entity.ts';

/** That a colleague recommends somebody for a skill, because of something that they wrote. */
@Entity('skill_endorsement')
@Check('skill_endorsement_folded', `folded = skill_key(words) AND folded <> ''`)
@Check('skill_endorsement_other', `endorser_id <> person_id`)
@Index('skill_endorsement_words', ['endorserId', 'personId', 'folded'], { unique: true })
@Index('skill_endorsement_person', ['personId', 'id'])
@Index('skill_endorsement_skill', ['skillId', 'personId'])
export class SkillEndorsementEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'skill_endorsement_endorser_fk' })
  @Column('uuid')
  endorserId!: string;

  /** Whoever is recommended. */
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'skill_endorsement_person_fk' })
  @Column('uuid')
  personId!: string;

  /** Null: nobody knows yet which skill of the taxonomy the words mean. */
  @ForeignKey(() => SkillEntity, { onDelete: 'RESTRICT', name: 'skill_endorsement_skill_fk' })
  @Column('uuid', { nullable: true })
  skillId!: string | null;

  @Column('text')
  words!: string;

  @Column('text')
  folded!: string;

  /** A kind of `EndorsableThings`. */
  @Column('text')
  thingType!: string;

  @Index('skill_endorsement_thing')
  @Column('uuid')
  thingId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  /** Since when whoever is recommended does not want it shown. */
  @Column('timestamptz', { nullable: true })
  hiddenAt!: Date | null;
}
