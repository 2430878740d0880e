import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Audience, ProfileField } from './profile-field.ts';

/** Who may see a field of somebody's profile, as they chose. No row: the default of `profileFields`. */
@Entity('profile_visibility')
@Check('profile_visibility_audience', `audience IN ('everyone', 'department', 'communities', 'nobody')`)
export class ProfileVisibilityEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'profile_visibility_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'profile_visibility_person_fk' })
  personId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'profile_visibility_pk' })
  field!: ProfileField;

  @Column('text')
  audience!: Audience;
}
