import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What something of an earlier network is called here: how the lines of a history find each other, and how a second run knows what is in. */
@Entity('import_reference')
export class ImportReferenceEntity {
  /** What it is: community, post, comment… For what can be talked about, the subject type. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'import_reference_pk' })
  kind!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'import_reference_pk' })
  externalId!: string;

  @Column('uuid')
  id!: string;
}
