import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LinkPreviewEntity } from './link-preview.entity.ts';

/** The one preview that something shows, such as a post. */
@Entity('link_preview_use')
@Index('link_preview_use_preview', ['previewId'])
export class LinkPreviewUseEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'link_preview_use_pk' })
  attachedId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'link_preview_use_pk' })
  attachedType!: string;

  @ForeignKey(() => LinkPreviewEntity, { onDelete: 'RESTRICT', name: 'link_preview_use_preview_fk' })
  @Column('uuid')
  previewId!: string;
}
