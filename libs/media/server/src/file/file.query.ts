import { Injectable } from '@nestjs/common';
import { MediaOwners } from '../attachment/media-owners.ts';
import type { Viewer } from '@parvis/identity/server';
import { isId } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { FileEntity } from './file.entity.ts';

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
  async attachedTo(type: string, ids: readonly string[]): Promise<FileEntity[]> {
    return this.dataSource.manager
      .createQueryBuilder(FileEntity, 'file')
      .where(`file.attached_id IN (:...ids) AND file.attached_type = :type AND file.deleted_at IS NULL AND file.status = 'ready'`, { ids, type })
      .orderBy('file.position')
      .getMany();
  }
}
