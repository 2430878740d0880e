import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../person/person.entity.ts';

/** Why two people may be one: see the README. */
export const doubtfulRules = ['same-mail-and-surname', 'same-mail'] as const;
export type DoubtfulRule = (typeof doubtfulRules)[number];

/** Two people who may be one. It waits until somebody decides; nothing merges by itself. */
@Entity('match_decision')
@Check('match_decision_rule', `rule IN ('same-mail-and-surname', 'same-mail')`)
@Index('match_decision_waiting', { synchronize: false })
@Index('match_decision_pair', ['newcomerId', 'knownId'], { unique: true })
export class MatchDecisionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'match_decision_pk' })
  id!: string;

  /** Who came last. */
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'match_decision_newcomer_fk' })
  @Column('uuid')
  newcomerId!: string;

  /** Who was known before. */
  @Index('match_decision_known')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'match_decision_known_fk' })
  @Column('uuid')
  knownId!: string;

  @Column('text')
  rule!: DoubtfulRule;

  @Column('timestamptz')
  foundAt!: Date;

  /** Found to be two: kept, so that the same is not asked again. Null: it waits. */
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
