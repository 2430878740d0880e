import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { fileColumns, MediaOwners, type AttachedFile } from '@parvis/media/server';
import { connection, decodeCursor, encodeCursor, searchWords, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import type { CommunityFileType, FileSort } from './community-files.type.ts';

interface Row extends AttachedFile, Omit<CommunityFileType, 'id' | 'file'> {
  /** Of `addedAt`, in microseconds: dates of JavaScript would make two of one moment. */
  position: string;
}

export interface FilesAsked {
  /** Words that the name holds; empty: any name. */
  name: string;
  /** Null: all. */
  sort: FileSort | null;
}

const maxWords = 8;

const ofSort: Record<FileSort, string> = {
  image: `file.kind = 'image'`,
  document: `file.kind = 'file' AND file.media_type !~ '^(audio|video)/'`,
  recording: `file.kind = 'file' AND file.media_type ~ '^(audio|video)/'`,
};

/** Reads the files of a community: what is attached to anything in it, by the rule of what it is attached to. */
@Injectable()
export class CommunityFilesQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly owners: MediaOwners,
  ) {}

  /** Newest first. Errors: CURSOR_INVALID. */
  async list(viewer: Viewer, communityId: string, { name, sort }: FilesAsked, page: PageRequest): Promise<Connection<CommunityFileType>> {
    const [position, afterId] = page.after ? decodeCursor(page.after, ['position', 'id']) : [null, null];
    const words = (searchWords(name).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, maxWords);
    const shownOn = this.owners.shownOn('file');
    const rows: Row[] = await this.dataSource.query(
      `SELECT ${fileColumns('file')}, found.written_at AS "addedAt", (extract(epoch FROM found.written_at) * 1e6)::bigint AS position,
         ${shownOn.type} AS "targetType", ${shownOn.id} AS "targetId", CASE WHEN file.attached_id <> ${shownOn.id} THEN file.attached_id END AS "commentId"
       FROM search_document found JOIN file ON file.id = found.id
       WHERE found.kind = 'file' AND found.community_id = $2 AND ${sort ? ofSort[sort] : 'TRUE'}
         AND NOT EXISTS (SELECT 1 FROM unnest($3::text[]) word WHERE strpos(fold(file.name), fold(word)) = 0)
         AND ($4::bigint IS NULL OR (found.written_at, found.id) < ('epoch'::timestamptz + $4::bigint * interval '1 microsecond', $5::uuid))
         AND CASE WHEN ${this.owners.fileVisibleTo('file', '$1')} THEN TRUE ELSE FALSE END
       ORDER BY found.written_at DESC, found.id DESC LIMIT $6`,
      [viewer.personId, communityId, words, position, afterId, page.first + 1],
    );
    const { edges, pageInfo } = connection(rows, page, (row) => encodeCursor(Number(row.position), row.id));
    return { pageInfo, edges: edges.map(({ cursor, node }) => ({ cursor, node: { ...node, file: node } })) };
  }
}
