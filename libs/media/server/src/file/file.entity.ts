import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type FileKind = 'image' | 'file';

/**
 * `receiving`: the row stands so that nothing written to the storage is ever unknown; `ready`: can be read; `removed`: the bytes are gone, the
 * row stays so that a late retry does not bring them back.
 */
export type FileStatus = 'receiving' | 'ready' | 'removed';

/** An image or a file that somebody uploaded: theirs alone until it is attached to something, then seen by those who see that. */
@Entity('file')
@Check('file_kind', `kind IN ('image', 'file')`)
@Check('file_status', `status IN ('receiving', 'ready', 'removed')`)
@Index('file_key', ['ownerId', 'key'], { unique: true })
@Index('file_attached', ['attachedId', 'position'], { where: 'attached_id IS NOT NULL AND deleted_at IS NULL' })
@Index('file_waiting', ['ownerId', 'createdAt'], { where: 'attached_id IS NULL AND deleted_at IS NULL' })
@Index('file_to_sweep', ['createdAt'], { where: `status <> 'removed' AND (attached_id IS NULL OR deleted_at IS NOT NULL)` })
export class FileEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'file_owner_fk' })
  @Column('uuid')
  ownerId!: string;

  /** Made by the client once per file: the same again is a retry. */
  @Column('uuid')
  key!: string;

  @Column('text')
  kind!: FileKind;

  /** For people to read; never a path. */
  @Column('text')
  name!: string;

  /** What the bytes are, found out by the server; of an image, that of its variants as kept first (WebP). */
  @Column('text')
  mediaType!: string;

  /** Of what is downloaded. */
  @Column('integer')
  byteSize!: number;

  @Column('integer', { nullable: true })
  width!: number | null;

  @Column('integer', { nullable: true })
  height!: number | null;

  @Column('boolean', { default: false })
  isAnimated!: boolean;

  /** Main colour of an image (`#rrggbb`), shown until it has come. */
  @Column('text', { nullable: true })
  tint!: string | null;

  /** What an image shows, for those who cannot see it. */
  @Column('text', { default: '' })
  alt!: string;

  /** Made by the server, at random: the name of the folder of its bytes in the storage. */
  @Column('text')
  storageKey!: string;

  @Column('text')
  status!: FileStatus;

  @Column('text', { nullable: true })
  attachedType!: string | null;

  @Column('uuid', { nullable: true })
  attachedId!: string | null;

  /** Order among what is attached to the same thing. */
  @Column('integer', { nullable: true })
  position!: number | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  attachedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  deletedAt!: Date | null;
}
