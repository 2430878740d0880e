import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An executive lets a colleague write on their behalf, for all to see. Ended ones are kept: what was written then stays as it is. */
@Entity('delegation')
@Check('delegation_of_another', `executive_id <> delegate_id`)
@Index('delegation_executive', ['executiveId', 'delegateId'])
export class DelegationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'delegation_executive_fk' })
  @Column('uuid')
  executiveId!: string;

  @Index('delegation_delegate')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'delegation_delegate_fk' })
  @Column('uuid')
  delegateId!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'delegation_declared_by_fk' })
  @Column('uuid')
  declaredById!: string;

  @Column('timestamptz')
  since!: Date;

  /** Null: until one of them ends it. */
  @Column('timestamptz', { nullable: true })
  until!: Date | null;
}
