import { PersonEntity } from '@parvis/identity/server';
import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdeaMergeEntity } from './idea-merge.entity.ts';

/**
 * What a merge made of somebody, so that it can be undone. author: became one; invited, volunteer: became one, and was this before. support: supports the target by
 * having supported the source. own-support: supported the target, of which they became an author. follow: follows the target by following the source.
 */
export const carriedKinds = ['author', 'invited', 'volunteer', 'support', 'own-support', 'follow'] as const;
export type Carried = (typeof carriedKinds)[number];

@Entity('idea_merge_carried')
@Check('idea_merge_carried_what', `what IN ('author', 'invited', 'volunteer', 'support', 'own-support', 'follow')`)
export class IdeaMergeCarriedEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_merge_carried_pk' })
  @ForeignKey(() => IdeaMergeEntity, { onDelete: 'CASCADE', name: 'idea_merge_carried_merge_fk' })
  mergeId!: string;

  @Index('idea_merge_carried_person')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_merge_carried_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'idea_merge_carried_person_fk' })
  personId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idea_merge_carried_pk' })
  what!: Carried;
}
