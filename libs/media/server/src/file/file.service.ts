import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, limited, Transactions, type Transaction } from '@parvis/platform/server';
import { IsNull } from 'typeorm';
import { mediaErrors } from '../media.errors.ts';
import { FileEntity } from './file.entity.ts';
import { maxAltLength } from './file.type.ts';

/** What owners do with their files. */
@Injectable()
export class FileService {
  constructor(private readonly transactions: Transactions) {}

  /** Errors: ID_INVALID, FILE_NOT_FOUND, TEXT_TOO_LONG. */
  async describe(viewer: Viewer, id: string, words: string): Promise<FileEntity> {
    const alt = limited('alt', words, maxAltLength);
    return this.transactions.run(async (tx) => {
      const file = await this.lockOwn(tx, viewer, id);
      await tx.manager.update(FileEntity, file.id, { alt });
      return Object.assign(file, { alt });
    });
  }

  /** Out of sight at once; the sweep removes the bytes. Errors: ID_INVALID, FILE_NOT_FOUND. */
  async delete(viewer: Viewer, id: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const file = await this.lockOwn(tx, viewer, id);
      await tx.manager.update(FileEntity, file.id, { deletedAt: new Date() });
      return file.id;
    });
  }

  private async lockOwn(tx: Transaction, viewer: Viewer, id: string): Promise<FileEntity> {
    const file = await tx.manager.findOne(FileEntity, {
      where: { id: checkedId('id', id), ownerId: viewer.personId, status: 'ready', deletedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (!file) throw mediaErrors.fileNotFound();
    return file;
  }
}
