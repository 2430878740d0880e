import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, perViewer, type Transaction } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import type { AttachmentOwner } from '../attachment/attachments.ts';
import { mediaErrors } from '../media.errors.ts';
import { storageToken, type Storage } from '../storage/storage.ts';
import type { LinkPreviewEntity } from './link-preview.entity.ts';

const columns = `preview.id, preview.url, preview.title, preview.description, preview.site_name AS "siteName", preview.image_key AS "imageKey",
  preview.image_width AS "imageWidth", preview.image_height AS "imageHeight", preview.fetched_at AS "fetchedAt", preview.expires_at AS "expiresAt"`;

/** Previews for what shows them, such as posts: one for each. */
@Injectable()
export class LinkPreviews {
  private readonly ofOwners;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(storageToken) private readonly storage: Storage,
  ) {
    this.ofOwners = perViewer((_viewer: Viewer, owners: readonly string[]) => this.shownBy(owners));
  }

  /** From now on the thing shows this one; null: none. Errors: ID_INVALID, LINK_PREVIEW_NOT_FOUND. */
  async replace(tx: Transaction, { type, id }: AttachmentOwner, previewId: string | null): Promise<void> {
    if (previewId === null) {
      await tx.manager.query(`DELETE FROM link_preview_use WHERE attached_id = $1 AND attached_type = $2`, [id, type]);
      return;
    }
    const kept: unknown[] = await tx.manager.query(
      `INSERT INTO link_preview_use (attached_id, attached_type, preview_id) SELECT $1, $2, id FROM link_preview WHERE id = $3 AND title IS NOT NULL FOR KEY SHARE
       ON CONFLICT (attached_id, attached_type) DO UPDATE SET preview_id = EXCLUDED.preview_id RETURNING preview_id`,
      [id, type, checkedId('linkPreviewId', previewId)],
    );
    if (kept.length === 0) throw mediaErrors.linkPreviewNotFound();
  }

  /** Of something that the viewer was found to see; null when it shows none. */
  attachedTo = (viewer: Viewer, type: string, id: string): Promise<LinkPreviewEntity | null> => this.ofOwners(viewer).load(`${type} ${id}`);

  async byId(id: string): Promise<LinkPreviewEntity | null> {
    const [preview]: LinkPreviewEntity[] = await this.dataSource.query(`SELECT ${columns} FROM link_preview preview WHERE id = $1`, [id]);
    return preview ?? null;
  }

  /** Removes those that expired and that nothing shows. */
  async sweep(): Promise<void> {
    const [gone]: [{ imageKey: string | null }[], number] = await this.dataSource.query(
      `DELETE FROM link_preview WHERE expires_at < now() - interval '1 day'
         AND NOT EXISTS (SELECT 1 FROM link_preview_use shown WHERE shown.preview_id = link_preview.id) RETURNING image_key AS "imageKey"`,
    );
    for (const { imageKey } of gone) if (imageKey) await this.storage.removeAll(imageKey);
  }

  private async shownBy(owners: readonly string[]): Promise<Map<string, LinkPreviewEntity>> {
    const found: (LinkPreviewEntity & { owner: string })[] = await this.dataSource.query(
      `SELECT ${columns}, shown.attached_type || ' ' || shown.attached_id AS owner FROM link_preview_use shown JOIN link_preview preview ON preview.id = shown.preview_id
       WHERE shown.attached_id = ANY($1) AND shown.attached_type = ANY($2)`,
      [owners.map((owner) => owner.split(' ')[1]), [...new Set(owners.map((owner) => owner.split(' ')[0]))]],
    );
    return new Map(found.map(({ owner, ...preview }) => [owner, preview]));
  }
}
