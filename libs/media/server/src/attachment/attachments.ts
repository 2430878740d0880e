import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, limited, type Transaction } from '@parvis/platform/server';
import { mediaErrors } from '../media.errors.ts';
import { maxAltLength } from '../file/file.type.ts';
import { MediaOwners } from './media-owners.ts';

/** Something that files are attached to. */
export interface AttachmentOwner {
  type: string;
  id: string;
}

export const maxAttachments = 10;

const attachedHere = `attached_type = $1 AND attached_id = $2 AND deleted_at IS NULL`;

/** Ties files to what they were uploaded for. Whether the viewer may change that thing is its own domain’s question. */
@Injectable()
export class Attachments {
  constructor(private readonly owners: MediaOwners) {}

  /**
   * From now on the thing has exactly these files, in this order: the viewer’s own that are attached to nothing yet, or those that it has
   * already. What is left out is its owner’s alone again, and swept. Errors: ID_INVALID, TOO_MANY_ITEMS, FILE_NOT_FOUND.
   */
  async replace(tx: Transaction, viewer: Viewer, { type, id }: AttachmentOwner, fileIds: readonly string[]): Promise<void> {
    this.owners.requireKnown(type);
    const ids = [...new Set(fileIds.map((fileId) => checkedId('attachmentIds', fileId)))];
    if (ids.length > maxAttachments) throw mediaErrors.tooManyItems('attachmentIds', maxAttachments);
    await tx.manager.query(`UPDATE file SET attached_type = NULL, attached_id = NULL, attached_at = NULL, position = NULL WHERE ${attachedHere} AND NOT id = ANY($3)`, [type, id, ids]);
    if (ids.length === 0) return;
    const [, changed]: [unknown, number] = await tx.manager.query(
      `UPDATE file SET attached_type = $1, attached_id = $2, attached_at = coalesce(attached_at, now()), position = chosen.position
       FROM unnest($3::uuid[]) WITH ORDINALITY AS chosen (file_id, position)
       WHERE file.id = chosen.file_id AND status = 'ready' AND deleted_at IS NULL
         AND ((attached_id IS NULL AND owner_id = $4) OR (${attachedHere}))`,
      [type, id, ids, viewer.personId],
    );
    if (changed !== ids.length) throw mediaErrors.fileNotFound();
  }

  /** Of these files, those that `replace` takes, in this order. Errors: ID_INVALID. */
  async attachableAmong(tx: Transaction, viewer: Viewer, { type, id }: AttachmentOwner, fileIds: readonly string[]): Promise<string[]> {
    const ids = [...new Set(fileIds.map((fileId) => checkedId('attachmentIds', fileId)))];
    if (ids.length === 0) return [];
    const rows: { id: string }[] = await tx.manager.query(
      `SELECT file.id FROM unnest($3::uuid[]) WITH ORDINALITY AS chosen (file_id, position) JOIN file ON file.id = chosen.file_id
       WHERE status = 'ready' AND deleted_at IS NULL AND ((attached_id IS NULL AND owner_id = $4) OR (${attachedHere}))
       ORDER BY chosen.position`,
      [type, id, ids, viewer.personId],
    );
    return rows.map((row) => row.id);
  }

  /** What is attached, in its order. */
  async idsOf(tx: Transaction, { type, id }: AttachmentOwner): Promise<string[]> {
    const rows: { id: string }[] = await tx.manager.query(`SELECT id FROM file WHERE ${attachedHere} ORDER BY position`, [type, id]);
    return rows.map((row) => row.id);
  }

  /** The names of what is attached, in its order. */
  async namesOf(tx: Transaction, { type, id }: AttachmentOwner): Promise<string[]> {
    const rows: { name: string }[] = await tx.manager.query(`SELECT name FROM file WHERE ${attachedHere} ORDER BY position`, [type, id]);
    return rows.map(({ name }) => name);
  }

  /** For what shows pictures alone. Errors: IMAGE_REQUIRED. */
  async requireImages(tx: Transaction, { type, id }: AttachmentOwner): Promise<void> {
    const others: unknown[] = await tx.manager.query(`SELECT 1 FROM file WHERE ${attachedHere} AND kind <> 'image' LIMIT 1`, [type, id]);
    if (others.length > 0) throw mediaErrors.imageRequired();
  }

  /**
   * Says what the pictures show that are attached here, whoever uploaded them: what is said of a thing is the business of whoever may change it.
   * True when that changed anything. Errors: TEXT_TOO_LONG, by `field`.
   */
  async describe(tx: Transaction, { type, id }: AttachmentOwner, field: string, words: string): Promise<boolean> {
    const alt = limited(field, words, maxAltLength);
    const [, changed]: [unknown, number] = await tx.manager.query(`UPDATE file SET alt = $3 WHERE ${attachedHere} AND kind = 'image' AND alt <> $3`, [type, id, alt]);
    return changed > 0;
  }

  /** The thing is gone: so are its files, and the sweep removes their bytes. */
  async discard(tx: Transaction, { type, id }: AttachmentOwner): Promise<void> {
    await tx.manager.query(`UPDATE file SET deleted_at = now() WHERE ${attachedHere}`, [type, id]);
  }
}
