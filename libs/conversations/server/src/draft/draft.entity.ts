import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RichTextDocument } from '../rich-text/rich-text.ts';
import type { JsonObject } from './json-object.scalar.ts';

/**
 * What somebody is writing about one subject. Once it is published or thrown away its words and files go; the row stays until the sweep, so
 * that a device which still shows it learns that it is finished.
 */
@Entity('draft')
@Index('draft_subject', ['personId', 'subject'], { unique: true })
@Index('draft_listed', ['personId', 'updatedAt', 'id'])
@Index('draft_old', ['updatedAt'])
export class DraftEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'draft_person_fk' })
  @Column('uuid')
  personId!: string;

  /** `post.home`, `comment.<id>`. */
  @Column('text')
  subject!: string;

  /** The idempotency key of what will be published: a publication under it finishes the draft. */
  @Column('uuid')
  key!: string;

  /** Made by the client for each save: the same again is a retry. */
  @Column('uuid')
  version!: string;

  /** The versions before it, the newest last. */
  @Column('uuid', { array: true })
  earlierVersions!: string[];

  @Column('jsonb', { nullable: true })
  body!: RichTextDocument | null;

  @Column('text', { nullable: true })
  place!: string | null;

  @Column('jsonb', { nullable: true })
  details!: JsonObject | null;

  @Column('jsonb', { nullable: true })
  unanswered!: JsonObject | null;

  @Column('boolean')
  isFinished!: boolean;

  @Column('timestamptz')
  updatedAt!: Date;
}
