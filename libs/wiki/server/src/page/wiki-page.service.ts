import { Injectable } from '@nestjs/common';
import { MembershipQuery } from '@parvis/communities/server';
import { addedMentions, checkedRichText, DraftService, mentionedIds, plainText, withTrueMentions, type RichTextDocument } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, limited, newId, requiredLine, Transactions, type Transaction } from '@parvis/platform/server';
import { wikiErrors } from '../wiki.errors.ts';
import { wikiPageCreated, wikiPageEdited } from '../wiki.events.ts';
import { WikiVersionEntity } from '../version/wiki-version.entity.ts';
import { WikiPageLock } from './wiki-page-lock.ts';
import { WikiPageEntity } from './wiki-page.entity.ts';
import { WikiTree } from './wiki-tree.ts';

export interface NewWikiPage {
  key: string;
  communityId: string;
  parentId?: string | null;
  title: string;
  body: unknown;
}

export interface WikiPageChange {
  id: string;
  /** The version that the change starts from. */
  version: number;
  title: string;
  body: unknown;
  note?: string | null;
}

interface Words {
  title: string;
  body: RichTextDocument;
  note: string;
  restoredFrom: number | null;
}

const maxTitleLength = 150;
const maxNoteLength = 200;

/** Writes pages. Every save is a version; nothing that was written is lost. */
@Injectable()
export class WikiPageService {
  constructor(
    private readonly transactions: Transactions,
    private readonly memberships: MembershipQuery,
    private readonly lock: WikiPageLock,
    private readonly tree: WikiTree,
    private readonly drafts: DraftService,
  ) {}

  /**
   * The same key again returns the page that the first call made; with other words, changed since the answer was lost, they are its next version, unless
   * somebody else has changed the page meanwhile (WIKI_PAGE_CHANGED). Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_ARCHIVED,
   * WIKI_PARENT_NOT_FOUND, WIKI_PARENT_NOT_POSSIBLE, WIKI_FULL, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG, ID_INVALID.
   */
  async create(viewer: Viewer, input: NewWikiPage): Promise<WikiPageEntity> {
    const key = checkedId('key', input.key);
    const communityId = checkedId('communityId', input.communityId);
    const title = requiredLine('title', input.title, maxTitleLength);
    const written = checkedRichText('body', input.body);
    return this.transactions.run(async (tx) => {
      await this.memberships.requireMember(tx, viewer, communityId);
      await this.tree.lock(tx, communityId);
      const known = await tx.manager.findOneBy(WikiPageEntity, { createdById: viewer.personId, key });
      if (known) return this.createdBefore(tx, viewer, known, { title, written });
      await this.drafts.published(tx, viewer, key);
      const parentId = await this.tree.checkedPlace(tx, { communityId, parentId: input.parentId ?? null });
      await this.tree.requireRoom(tx, communityId);
      const body = await withTrueMentions(tx, written);
      const id = newId();
      await tx.manager.query(
        `INSERT INTO wiki_page (id, community_id, parent_id, title, sort_title, text, version, created_by_id, updated_by_id, key, created_at, updated_at)
         VALUES ($1, $2, $3, $4, fold($4), $5, 0, $6, $6, $7, now(), now())`,
        [id, communityId, parentId, title, '', viewer.personId, key],
      );
      const page = await tx.manager.findOneByOrFail(WikiPageEntity, { id });
      await this.addVersion(tx, viewer, page, { title, body, note: '', restoredFrom: null });
      tx.emit(wikiPageCreated({ pageId: id, communityId, authorId: viewer.personId, mentionedIds: mentionedIds(body) }));
      return page;
    });
  }

  /**
   * Saves a new version. When somebody else has saved one since `version`, nothing is written (WIKI_PAGE_CHANGED with the newest number): whoever
   * asks compares and decides. Errors: WIKI_PAGE_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_ARCHIVED, WIKI_PAGE_CHANGED, and those of the text.
   */
  async edit(viewer: Viewer, change: WikiPageChange): Promise<WikiPageEntity> {
    const title = requiredLine('title', change.title, maxTitleLength);
    const note = limited('note', change.note ?? '', maxNoteLength);
    const written = checkedRichText('body', change.body);
    return this.transactions.run(async (tx) => {
      const page = await this.lock.forMember(tx, viewer, change.id);
      const body = await withTrueMentions(tx, written);
      if (await this.isSaid(tx, viewer, page, { title, body })) return page;
      if (page.version !== change.version) throw wikiErrors.pageChanged(page.version);
      return this.change(tx, viewer, page, { title, body, note });
    });
  }

  /** Makes an earlier version the newest one again, as a version of its own. Errors: WIKI_PAGE_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_ARCHIVED, WIKI_VERSION_NOT_FOUND. */
  async restoreVersion(viewer: Viewer, id: string, number: number): Promise<WikiPageEntity> {
    return this.transactions.run(async (tx) => {
      const page = await this.lock.forMember(tx, viewer, id);
      const version = await tx.manager.findOneBy(WikiVersionEntity, { pageId: page.id, number });
      if (!version) throw wikiErrors.versionNotFound();
      if (number === page.version) return page;
      const { title, body } = version;
      if (await this.isSaid(tx, viewer, page, { title, body })) return page;
      await this.addVersion(tx, viewer, page, { title, body, note: '', restoredFrom: number });
      tx.emit(wikiPageEdited({ pageId: page.id, communityId: page.communityId, authorId: viewer.personId, version: page.version, mentionedIds: [] }));
      return page;
    });
  }

  /** Puts it below another page, or at the top (null). Errors: WIKI_PAGE_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_ARCHIVED, WIKI_PARENT_NOT_FOUND, WIKI_PARENT_NOT_POSSIBLE. */
  async move(viewer: Viewer, id: string, parentId: string | null): Promise<WikiPageEntity> {
    return this.transactions.run(async (tx) => {
      const page = await this.lock.forMember(tx, viewer, id);
      await this.tree.lock(tx, page.communityId);
      page.parentId = await this.tree.checkedPlace(tx, { communityId: page.communityId, parentId, pageId: page.id });
      await tx.manager.update(WikiPageEntity, page.id, { parentId: page.parentId });
      return page;
    });
  }

  /** What was sent again under the key of a page that stands there already. */
  private async createdBefore(tx: Transaction, viewer: Viewer, page: WikiPageEntity, { title, written }: { title: string; written: RichTextDocument }): Promise<WikiPageEntity> {
    const body = await withTrueMentions(tx, written);
    const said = [1, page.version];
    for (const number of said) if (await this.isSaid(tx, viewer, { id: page.id, version: number }, { title, body })) return page;
    if (page.deletedAt) throw wikiErrors.pageNotFound();
    if (page.updatedById !== viewer.personId) throw wikiErrors.pageChanged(page.version);
    return this.change(tx, viewer, page, { title, body, note: '' });
  }

  private async change(tx: Transaction, viewer: Viewer, page: WikiPageEntity, { title, body, note }: Omit<Words, 'restoredFrom'>): Promise<WikiPageEntity> {
    const former = await tx.manager.findOneByOrFail(WikiVersionEntity, { pageId: page.id, number: page.version });
    await this.addVersion(tx, viewer, page, { title, body, note, restoredFrom: null });
    const mentioned = addedMentions(former.body, body);
    tx.emit(wikiPageEdited({ pageId: page.id, communityId: page.communityId, authorId: viewer.personId, version: page.version, mentionedIds: mentioned }));
    return page;
  }

  private async addVersion(tx: Transaction, viewer: Viewer, page: WikiPageEntity, { title, body, note, restoredFrom }: Words): Promise<void> {
    const now = new Date();
    Object.assign(page, { title, text: `${title}\n${plainText(body)}`, version: page.version + 1, updatedById: viewer.personId, updatedAt: now });
    await tx.manager.query(`UPDATE wiki_page SET title = $2, sort_title = fold($2), text = $3, version = $4, updated_by_id = $5, updated_at = $6 WHERE id = $1`, [
      page.id, page.title, page.text, page.version, page.updatedById, now,
    ]);
    await tx.manager.insert(WikiVersionEntity, { id: newId(), pageId: page.id, number: page.version, title, body, note, restoredFrom, authorId: viewer.personId, createdAt: now });
  }

  /** What is asked for was saved as this version, by the same person: a retry after a lost answer, or nothing to change. */
  private async isSaid(tx: Transaction, viewer: Viewer, page: Pick<WikiPageEntity, 'id' | 'version'>, { title, body }: Pick<Words, 'title' | 'body'>): Promise<boolean> {
    const [row]: unknown[] = await tx.manager.query(
      `SELECT 1 FROM wiki_version WHERE page_id = $1 AND number = $2 AND author_id = $3 AND title = $4 AND body = $5::jsonb`,
      [page.id, page.version, viewer.personId, title, JSON.stringify(body)],
    );
    return row !== undefined;
  }
}
