import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the administration has said of a setting. Rows stay: a revision is never given twice. */
@Entity('setting')
export class SettingEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'setting_pk' })
  key!: string;

  /** Null: what holds where nobody has said otherwise. */
  @Column('jsonb', { nullable: true })
  value!: object | null;

  /** One more with each change. */
  @Column('integer')
  revision!: number;

  @Column('timestamptz')
  changedAt!: Date;

  /** A person's id, without a foreign key: the platform knows no people. */
  @Column('uuid', { nullable: true })
  changedById!: string | null;
}
