import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { Viewer } from '@parvis/identity/server';
import { Attachments, MediaOwners, type MediaOwner } from '@parvis/media/server';
import type { Transaction } from '@parvis/platform/server';
import { ideaMakersVisibleTo, ideaVisibleTo } from '../idea/idea.access.ts';

const ideaWhere = (id: string, condition: string): string => `EXISTS (SELECT 1 FROM idea holder WHERE holder.id = ${id} AND ${condition})`;

/** Ideas have files, which are read by whoever sees the idea; who uploaded one would tell who makes it. */
@Injectable()
export class IdeaMedia implements MediaOwner, OnModuleInit {
  readonly type = 'idea';

  constructor(
    private readonly owners: MediaOwners,
    private readonly attachments: Attachments,
  ) {}

  onModuleInit(): void {
    this.owners.register(this);
  }

  visibleTo(ideaId: string, viewer: string): string {
    return ideaWhere(ideaId, ideaVisibleTo('holder', viewer));
  }

  uploaderVisibleTo(ideaId: string, viewer: string): string {
    return ideaWhere(ideaId, ideaMakersVisibleTo('holder', viewer));
  }

  /** Whether just these files, in this order, are there already; left out, they stay. */
  async hasJust(tx: Transaction, ideaId: string, fileIds: readonly string[] | null | undefined): Promise<boolean> {
    return !fileIds || isDeepStrictEqual(await this.attachments.idsOf(tx, this.of(ideaId)), [...new Set(fileIds.map((id) => id.toLowerCase()))]);
  }

  /** Left out: they stay as they are. Errors: ID_INVALID, TOO_MANY_ITEMS, FILE_NOT_FOUND. */
  async write(tx: Transaction, viewer: Viewer, ideaId: string, fileIds: readonly string[] | null | undefined): Promise<void> {
    if (fileIds) await this.attachments.replace(tx, viewer, this.of(ideaId), fileIds);
  }

  namesOf(tx: Transaction, ideaId: string): Promise<string[]> {
    return this.attachments.namesOf(tx, this.of(ideaId));
  }

  private of(id: string): { type: string; id: string } {
    return { type: this.type, id };
  }
}
