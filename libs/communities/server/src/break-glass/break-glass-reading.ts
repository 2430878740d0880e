import { Injectable } from '@nestjs/common';
import { Administration, type Viewer } from '@parvis/identity/server';
import { checkedId, connection, decodeCursor, encodeCursor, Transactions, type Connection, type PageRequest, type Transaction } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { communityErrors } from '../communities.errors.ts';
import { contentVisibleTo } from '../community/community.access.ts';
import { BreakGlassEntity } from './break-glass.entity.ts';
import { stateOf } from './break-glass.policy.ts';
import { BreakGlassTexts } from './break-glass-texts.ts';
import { recordBreakGlass } from './close-access.ts';

/** A text of the community: a post, a page of its wiki, or what was said under one. */
export interface BreakGlassLine {
  id: string;
  threadId: string;
  kind: string;
  isAnswer: boolean;
  authorId: string;
  writtenAt: Date;
  title: string | null;
  text: string;
  fileNames: string[];
}

/** The one way to read through a break-glass access. Each page is counted before it is handed over. */
@Injectable()
export class BreakGlassReading {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly administration: Administration,
    private readonly texts: BreakGlassTexts,
  ) {}

  /** Threads, the newest first, each with what was said under it, in order. Errors: FORBIDDEN (IT only), CONFIRMATION_NEEDED, ID_INVALID, BREAK_GLASS_NOT_FOUND, BREAK_GLASS_CLOSED, CURSOR_INVALID. */
  async lines(viewer: Viewer, accessId: string, page: PageRequest): Promise<Connection<BreakGlassLine>> {
    this.administration.require(viewer);
    const after = page.after ? decodeCursor(page.after, ['id', 'position', 'id']) : null;
    const id = checkedId('accessId', accessId);
    const communityId = await this.transactions.run((tx) => countReading(tx, viewer, id));
    const rows = await this.linesIn(communityId, viewer, { after, first: page.first + 1 });
    return connection(rows, page, (line) => encodeCursor(line.threadId, Number(line.isAnswer), line.id));
  }

  private async linesIn(communityId: string, viewer: Viewer, { after, first }: { after: readonly unknown[] | null; first: number }): Promise<BreakGlassLine[]> {
    const lines = this.texts.linesIn('$1::uuid');
    if (!lines) return [];
    const [threadId, isAnswer, id] = after ?? [null, null, null];
    return this.dataSource.query(
      `SELECT line.id, line.thread_id AS "threadId", line.kind, line.is_answer AS "isAnswer", line.author_id AS "authorId", line.written_at AS "writtenAt", line.title, line.text,
              ARRAY(SELECT file.name FROM file WHERE file.attached_id = line.id AND file.status = 'ready' AND file.deleted_at IS NULL ORDER BY file.position, file.id) AS "fileNames"
       FROM (${lines}) line (thread_id, id, kind, is_answer, author_id, written_at, title, text)
       WHERE ${contentVisibleTo('$1::uuid', '$2', 'break-glass')}
         AND ($3::uuid IS NULL OR line.thread_id < $3 OR (line.thread_id = $3 AND (line.is_answer::int, line.id) > ($4::bigint, $5::uuid)))
       ORDER BY line.thread_id DESC, line.is_answer, line.id LIMIT $6`,
      [communityId, viewer.personId, threadId, isAnswer, id, first],
    );
  }
}

async function countReading(tx: Transaction, viewer: Viewer, id: string): Promise<string> {
  const access = await tx.manager.findOne(BreakGlassEntity, { where: { id, askedById: viewer.personId }, lock: { mode: 'pessimistic_write' } });
  if (!access) throw communityErrors.breakGlassNotFound();
  if (stateOf(access) !== 'approved') throw communityErrors.breakGlassClosed();
  const now = new Date();
  await tx.manager.update(BreakGlassEntity, id, { readingCount: access.readingCount + 1, firstReadAt: access.firstReadAt ?? now, lastReadAt: now });
  if (!access.firstReadAt) recordBreakGlass(tx, 'first-reading', access, viewer.personId);
  return access.communityId;
}
