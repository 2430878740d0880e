import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../person/person.entity.ts';

/** Another identifier by which the company’s systems know a person: what they tell under it is told of that person. */
@Entity('person_alias')
export class PersonAliasEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'person_alias_pk' })
  identifier!: string;

  @Index('person_alias_person')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'person_alias_person_fk' })
  @Column('uuid')
  personId!: string;

  /** `scim`: told by an account, and gone with it; `decision`: found to be the same by IT. */
  @Column('text')
  toldBy!: 'scim' | 'decision';
}
