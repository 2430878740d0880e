import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, Jobs, jobType, newId, Retention, type RetentionTerm, Transactions, type Transaction } from '@parvis/platform/server';
import { conversationErrors } from '../conversations.errors.ts';
import { draftChanged } from '../conversations.events.ts';
import { withTrueMentions } from '../rich-text/mentions.ts';
import { draftVisibleTo } from './draft.access.ts';
import { checkedContent, checkedSubject, checkedVersions, type DraftContent, type DraftInput } from './draft-content.ts';
import { DraftEntity } from './draft.entity.ts';
import { DraftMedia } from './draft.media.ts';

export const maxDrafts = 50;
export const draftsKeptDays = 90;
const keptDrafts: RetentionTerm = { key: 'conversations.drafts', standardDays: draftsKeptDays, leastDays: 30, mostDays: 365 };
const maxEarlierVersions = 20;
const sweepBatch = 500;

/** What became of a save. `changed`: another device has saved since; `finished`: it was published or thrown away. Nothing was written in both. */
export type DraftOutcome = 'saved' | 'changed' | 'finished';

export interface SavedDraft {
  outcome: DraftOutcome;
  /** As it stands now; null when nothing is known of it any more. */
  draft: DraftEntity | null;
}

const nothing = { body: null, place: null, details: null, unanswered: null };

/** Keeps what people are writing, for themselves alone. A text is replaced only by one that was made from it. */
@Injectable()
export class DraftService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly media: DraftMedia,
    private readonly jobs: Jobs,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.retention.register(keptDrafts, (before) =>
      this.transactions.run(async (tx) => {
        const [{ count }]: [{ count: number }] = await tx.manager.query('SELECT count(*)::int AS count FROM draft WHERE updated_at < $1', [before]);
        return count;
      }),
    );
    this.jobs.every(jobType('conversations.sweep-drafts'), '47 2 * * *', () => this.sweep(new Date()));
  }

  /**
   * Replaces the text that stands there when the new one was made from it (`basedOn` names its version); the same version again is a retry.
   * Errors: DRAFT_SUBJECT_INVALID, DRAFT_INVALID, DRAFT_TOO_LARGE, DRAFTS_TOO_MANY, RICH_TEXT_NOT_ALLOWED, ID_INVALID, TOO_MANY_ITEMS.
   */
  async save(viewer: Viewer, input: DraftInput): Promise<SavedDraft> {
    const subject = checkedSubject(input.subject);
    const version = checkedId('version', input.version);
    const basedOn = checkedVersions(input.basedOn);
    const checked = checkedContent(input);
    return this.transactions.run(async (tx) => {
      await this.takeTurns(tx, viewer);
      const known = await this.lock(tx, viewer, subject);
      const refusal = refusalOf(known, version, basedOn);
      if (refusal) return { outcome: refusal, draft: known };
      if (known?.version === version) return { outcome: 'saved', draft: known };
      const content = { ...checked, body: checked.body && (await withTrueMentions(tx, checked.body)) };
      const draft = known ? await this.replace(tx, known, version, content) : await this.start(tx, viewer, { subject, version, content });
      await this.media.keep(tx, viewer, draft.id, input.fileIds ?? []);
      tx.emit(draftChanged({ personId: viewer.personId, version, isFinished: false }));
      return { outcome: 'saved', draft };
    });
  }

  /** Throws away what was written from these versions; nothing when there is nothing. Errors: DRAFT_SUBJECT_INVALID, DRAFT_CHANGED, ID_INVALID, TOO_MANY_ITEMS. */
  async throwAway(viewer: Viewer, about: string, versions: readonly string[]): Promise<DraftEntity | null> {
    const subject = checkedSubject(about);
    const known = checkedVersions(versions);
    return this.transactions.run(async (tx) => {
      const draft = await this.lock(tx, viewer, subject);
      if (!draft || draft.isFinished) return draft;
      if (!known.includes(draft.version)) throw conversationErrors.draftChanged();
      return this.finish(tx, viewer, draft);
    });
  }

  /**
   * What was written under this key is published, in this transaction: on every device the draft is finished, and its files can be attached to
   * what it has become. To be called by whatever publishes under a key of the client’s, before it attaches files.
   */
  async published(tx: Transaction, viewer: Viewer, key: string): Promise<void> {
    const drafts = await tx.manager
      .createQueryBuilder(DraftEntity, 'draft')
      .where(draftVisibleTo('draft', ':viewerId'), { viewerId: viewer.personId })
      .andWhere('draft.key = :key AND NOT draft.is_finished', { key })
      .setLock('pessimistic_write')
      .getMany();
    for (const draft of drafts) await this.finish(tx, viewer, draft);
  }

  /** Removes what nobody has touched for 90 days, or what administration says, of everybody. */
  async sweep(now: Date): Promise<void> {
    const before = this.retention.cutoff(keptDrafts, now);
    for (let removed = sweepBatch; removed === sweepBatch; ) removed = await this.transactions.run((tx) => this.sweepBatch(tx, before));
  }

  private async sweepBatch(tx: Transaction, before: Date): Promise<number> {
    const [rows]: [{ id: string }[], number] = await tx.manager.query(
      `DELETE FROM draft WHERE id = ANY (ARRAY(SELECT id FROM draft WHERE updated_at < $1 ORDER BY updated_at LIMIT ${sweepBatch} FOR UPDATE SKIP LOCKED)) RETURNING id`,
      [before],
    );
    for (const { id } of rows) await this.media.discard(tx, id);
    return rows.length;
  }

  /** Two devices that begin at once: the second finds what the first has written. */
  private async takeTurns(tx: Transaction, viewer: Viewer): Promise<void> {
    await tx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`drafts ${viewer.personId}`]);
  }

  private lock(tx: Transaction, viewer: Viewer, subject: string): Promise<DraftEntity | null> {
    return tx.manager
      .createQueryBuilder(DraftEntity, 'draft')
      .where(draftVisibleTo('draft', ':viewerId'), { viewerId: viewer.personId })
      .andWhere('draft.subject = :subject', { subject })
      .setLock('pessimistic_write')
      .getOne();
  }

  private async start(tx: Transaction, viewer: Viewer, { subject, version, content }: { subject: string; version: string; content: DraftContent }): Promise<DraftEntity> {
    await this.requireRoom(tx, viewer.personId);
    const draft = Object.assign(new DraftEntity(), { id: newId(), personId: viewer.personId, subject, version, earlierVersions: [], ...content, isFinished: false, updatedAt: new Date() });
    return tx.manager.save(draft);
  }

  private async replace(tx: Transaction, draft: DraftEntity, version: string, content: DraftContent): Promise<DraftEntity> {
    if (draft.isFinished) await this.requireRoom(tx, draft.personId);
    const earlierVersions = [...draft.earlierVersions, draft.version].slice(-maxEarlierVersions);
    return tx.manager.save(Object.assign(draft, { version, earlierVersions, ...content, isFinished: false, updatedAt: new Date() }));
  }

  private async finish(tx: Transaction, viewer: Viewer, draft: DraftEntity): Promise<DraftEntity> {
    await this.media.keep(tx, viewer, draft.id, []);
    tx.emit(draftChanged({ personId: draft.personId, version: draft.version, isFinished: true }));
    return tx.manager.save(Object.assign(draft, { ...nothing, isFinished: true, updatedAt: new Date() }));
  }

  private async requireRoom(tx: Transaction, personId: string): Promise<void> {
    if ((await tx.manager.countBy(DraftEntity, { personId, isFinished: false })) >= maxDrafts) throw conversationErrors.draftsTooMany(maxDrafts);
  }
}

function refusalOf(known: DraftEntity | null, version: string, basedOn: readonly string[]): 'changed' | 'finished' | null {
  if (!known) return basedOn.length > 0 ? 'finished' : null;
  // A retry that comes late: what it brought has been read already, whatever became of it since.
  if (known.isFinished) return basedOn.length > 0 || known.version === version ? 'finished' : null;
  return known.version === version || basedOn.includes(known.version) ? null : 'changed';
}
