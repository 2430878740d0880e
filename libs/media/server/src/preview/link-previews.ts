import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, perViewer, type Transaction } from '@parvis/platform/server';
import { DataSource, In } from 'typeorm';
import { mediaErrors } from '../media.errors.ts';
import { storageToken, type Storage } from '../storage/storage.ts';
import { LinkPreviewEntity } from './link-preview.entity.ts';

/** Previews for what shows them, such as posts. */
@Injectable()
export class LinkPreviews {
  private readonly previews;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(storageToken) private readonly storage: Storage,
  ) {
    this.previews = perViewer(async (_viewer: Viewer, ids: readonly string[]) => {
      const found = await dataSource.manager.findBy(LinkPreviewEntity, { id: In([...ids]) });
      return new Map(found.map((preview) => [preview.id, preview]));
    });
  }

  /** Takes one over for good; returns its id. Errors: ID_INVALID, LINK_PREVIEW_NOT_FOUND. */
  async keep(tx: Transaction, previewId: string): Promise<string> {
    const id = checkedId('linkPreviewId', previewId);
    const [, changed]: [unknown, number] = await tx.manager.query(`UPDATE link_preview SET kept_at = coalesce(kept_at, now()) WHERE id = $1 AND title IS NOT NULL`, [id]);
    if (changed === 0) throw mediaErrors.linkPreviewNotFound();
    return id;
  }

  byId = (viewer: Viewer, id: string): Promise<LinkPreviewEntity | null> => this.previews(viewer).load(id);

  /** Removes those that expired and that nothing has taken over. */
  async sweep(): Promise<void> {
    const [gone]: [{ imageKey: string | null }[], number] = await this.dataSource.query(
      `DELETE FROM link_preview WHERE kept_at IS NULL AND expires_at < now() - interval '1 day' RETURNING image_key AS "imageKey"`,
    );
    for (const { imageKey } of gone) if (imageKey) await this.storage.removeAll(imageKey);
  }
}
