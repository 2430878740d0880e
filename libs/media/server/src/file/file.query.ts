import { Injectable } from '@nestjs/common';
import { MediaOwners } from '../attachment/media-owners.ts';
import type { Viewer } from '@parvis/identity/server';
import { isId } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { FileEntity } from './file.entity.ts';

/** What is told of a file that is attached. */
export type AttachedFile = Pick<
  FileEntity,
  'id' | 'ownerId' | 'kind' | 'name' | 'mediaType' | 'byteSize' | 'width' | 'height' | 'isAnimated' | 'tint' | 'alt' | 'attachedId'
>;

/** SQL: what is told of a file, of an alias of the table. */
export const fileColumns = (file: string): string =>
  ['id', 'owner_id AS "ownerId"', 'kind', 'name', 'media_type AS "mediaType"', 'byte_size AS "byteSize"', 'width', 'height', 'is_animated AS "isAnimated"', 'tint', 'alt', 'attached_id AS "attachedId"']
    .map((column) => `${file}.${column}`)
    .join(', ');

/** Reads files. */
@Injectable()
export class FileQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly owners: MediaOwners,
  ) {}

  /** Null when missing, deleted or out of sight. */
  async byId(viewer: Viewer, id: string): Promise<FileEntity | null> {
    if (!isId(id)) return null;
    return this.dataSource.manager
      .createQueryBuilder(FileEntity, 'file')
      .where('file.id = :id', { id })
      .andWhere(this.owners.fileVisibleTo('file', ':viewerId::uuid'), { viewerId: viewer.personId })
      .getOne();
  }

  /** Files of things that the viewer sees, in their order. */
  async attachedTo(type: string, ids: readonly string[]): Promise<AttachedFile[]> {
    return this.dataSource.query(
      `SELECT ${fileColumns('file')} FROM file WHERE attached_id = ANY($1) AND attached_type = $2 AND deleted_at IS NULL AND status = 'ready' ORDER BY position`,
      [ids, type],
    );
  }
}
