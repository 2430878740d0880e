import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../person/person.entity.ts';

/** What an identity provider calls a person. A person may have several accounts, of several identity providers. */
@Entity('account')
export class AccountEntity {
  /** entityID of the identity provider. */
  @PrimaryColumn('text')
  issuer!: string;

  /** Never changes for a person there, never passes to another: not an e-mail address. */
  @PrimaryColumn('text')
  subject!: string;

  /** Whether an attribute that the company chose says so, or the NameID alone. */
  @Column('boolean')
  isAttribute!: boolean;

  @Index('account_person')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'account_person_fk' })
  @Column('uuid')
  personId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  /** Day (UTC) of the last sign-in with it; null: from before such days were kept. */
  @Column('date', { nullable: true })
  lastUsedOn!: string | null;
}
