import { Injectable } from '@nestjs/common';
import { MembershipQuery } from '@parvis/communities/server';
import { addedMentions, checkedRichText, DraftService, mentionedIds, plainText, type RichTextDocument, tagsOf, withTrueMentions } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, newId, platformErrors, requiredLine, Transactions, type Transaction } from '@parvis/platform/server';
import { feedErrors } from '../feed.errors.ts';
import { postDeleted, postEdited, postPublished } from '../feed.events.ts';
import { PostKinds, type PostKindRules } from '../kind/post-kind.ts';
import { PostMedia, type ShownWithPost } from '../adapters/post.media.ts';
import { PostRevisionEntity } from './post-revision.entity.ts';
import { postVisibleTo } from './post.access.ts';
import { PostEntity, type PostKind } from './post.entity.ts';
import { PostWriter } from './post-writer.ts';

/** A post to publish; further fields are the parts of the kinds. */
export interface NewPost extends ShownWithPost {
  key: string;
  communityId?: string | null;
  onBehalfOfId?: string | null;
  kind: PostKind;
  title?: string | null;
  body?: unknown;
}

/** A post to change; what is left out stays. */
export interface PostChange extends ShownWithPost {
  id: string;
  title?: string | null;
  body?: unknown;
}

const maxTitleLength = 200;
const noText: RichTextDocument = { type: 'doc' };

/** Publishes, changes and takes back posts of every kind; what only one kind has is written by its own rules (`PostKinds`). */
@Injectable()
export class PostService {
  constructor(
    private readonly transactions: Transactions,
    private readonly memberships: MembershipQuery,
    private readonly kinds: PostKinds,
    private readonly media: PostMedia,
    private readonly writers: PostWriter,
    private readonly drafts: DraftService,
  ) {}

  /**
   * Publishes to a community that the viewer is a member of, or to the whole company (no community). The same key again returns the post that
   * the first call made. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_ARCHIVED, POST_PART_MISSING, POST_PART_NOT_OF_KIND,
   * RICH_TEXT_NOT_ALLOWED, POST_NOT_DELEGATED, TEXT_REQUIRED, TEXT_TOO_LONG, ID_INVALID, and those of the kind.
   */
  async create(viewer: Viewer, input: NewPost): Promise<PostEntity> {
    return this.transactions.run((tx) => this.publish(tx, viewer, input));
  }

  /** The same, within a transaction that does more. */
  async publish(tx: Transaction, viewer: Viewer, input: NewPost): Promise<PostEntity> {
    const key = checkedId('key', input.key);
    const rules = this.kinds.of(input.kind);
    const title = checkedTitle(rules, input.title);
    const written = checkedBody(rules, input);
    const part = this.kinds.checkNew(rules, input);
    const communityId = input.communityId ? checkedId('communityId', input.communityId) : null;
    if (communityId) await this.memberships.requireMember(tx, viewer, communityId);
    const { authorId, writtenById } = await this.writers.of(tx, viewer, { onBehalfOfId: input.onBehalfOfId, communityId });
    await rules.requireMayPublish?.(tx, viewer, communityId);
    const body = await withTrueMentions(tx, written);
    await this.drafts.published(tx, viewer, key);
    const inserted: { id: string }[] = await tx.manager.query(
      `INSERT INTO post (id, author_id, community_id, key, kind, title, body, text, tags, written_by_id, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())
       ON CONFLICT (author_id, key) DO NOTHING RETURNING id`,
      [newId(), authorId, communityId, key, rules.kind, title, JSON.stringify(body), searchText(title, body, part.words), tagsOf(body), writtenById],
    );
    const post = await tx.manager.findOneByOrFail(PostEntity, { authorId, key });
    // A key that the executive, or another delegate, has used before.
    if (post.writtenById !== writtenById) throw feedErrors.postNotYours();
    if (inserted.length > 0) {
      await part.save(tx, post);
      await this.media.write(tx, viewer, post.id, input);
      tx.emit(postPublished({ postId: post.id, authorId, writtenById, communityId, mentionedIds: mentionedIds(body) }));
    }
    return post;
  }

  /** Keeps what it said before. Errors: POST_NOT_FOUND, POST_NOT_YOURS, COMMUNITY_ARCHIVED, POST_PART_NOT_OF_KIND, and those of text, title and kind. */
  async edit(viewer: Viewer, change: PostChange): Promise<PostEntity> {
    const written = change.body ? checkedRichText('body', change.body) : change.body;
    return this.transactions.run(async (tx) => {
      const post = await this.lockForViewer(tx, viewer, change.id);
      await this.writers.requireMayChange(tx, viewer, post);
      if (post.communityId) await this.memberships.requireLive(tx, post.communityId);
      const rules = this.kinds.of(post.kind);
      const part = this.kinds.partOf(rules, change);
      // Titles that came with an import may be longer than those written here: one that stays is not checked again.
      const title = change.title === undefined || change.title === post.title ? post.title : checkedTitle(rules, change.title);
      const body = written === undefined ? post.body : await withTrueMentions(tx, checkedBody(rules, { ...change, body: written }));
      if (!rules.hasTitle && !plainText(body) && change.attachmentIds?.length === 0) throw platformErrors.textRequired('body');
      const now = new Date();
      const details = (await rules.former?.(tx, post)) ?? null;
      await tx.manager.insert(PostRevisionEntity, { id: newId(), postId: post.id, title: post.title, body: post.body, details, replacedAt: now });
      const words = (await rules.revise?.(tx, post, part)) ?? [];
      const mentioned = addedMentions(post.body, body);
      Object.assign(post, { title, body, text: searchText(title, body, words), tags: [...new Set([...tagsBeside(post), ...tagsOf(body)])], editedAt: now });
      await tx.manager.save(post);
      await this.media.write(tx, viewer, post.id, change);
      tx.emit(postEdited({ postId: post.id, authorId: post.authorId, writtenById: post.writtenById, mentionedIds: mentioned }));
      return post;
    });
  }

  /** Errors: POST_NOT_FOUND, POST_NOT_YOURS. */
  async delete(viewer: Viewer, id: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const post = await this.lockForViewer(tx, viewer, id);
      await this.writers.requireMayChange(tx, viewer, post);
      await tx.manager.update(PostEntity, post.id, { deletedAt: new Date() });
      await this.media.discard(tx, post.id);
      tx.emit(postDeleted({ postId: post.id, authorId: post.authorId, communityId: post.communityId }));
      return post.id;
    });
  }

  /** The post, locked, for a command on it. Errors: ID_INVALID, POST_NOT_FOUND. */
  async lockForViewer(tx: Transaction, viewer: Viewer, id: string): Promise<PostEntity> {
    const post = await tx.manager
      .createQueryBuilder(PostEntity, 'post')
      .where('post.id = :id', { id: checkedId('id', id) })
      .andWhere(postVisibleTo('post', ':viewerId'), { viewerId: viewer.personId })
      .setLock('pessimistic_write')
      .getOne();
    if (!post) throw feedErrors.postNotFound();
    return post;
  }
}

function checkedTitle(rules: PostKindRules, title: string | null | undefined): string | null {
  if (rules.hasTitle) return requiredLine('title', title ?? '', maxTitleLength);
  if (title) throw feedErrors.partNotOfKind('title');
  return null;
}

/** A title says enough without a text, and so does a picture. */
function checkedBody(rules: PostKindRules, { body, attachmentIds }: { body?: unknown } & ShownWithPost): RichTextDocument {
  const mayBeBlank = rules.hasTitle || Boolean(attachmentIds?.length);
  if (mayBeBlank && (body === null || body === undefined)) return noText;
  return checkedRichText('body', body ?? noText);
}

const searchText = (title: string | null, body: RichTextDocument, words: readonly string[]): string => [title, plainText(body), ...words].filter(Boolean).join('\n');

/** Tags that came with an import beside the body: an edit of the body leaves them. */
function tagsBeside(post: PostEntity): string[] {
  const inBody = tagsOf(post.body);
  return post.tags.filter((tag) => !inBody.includes(tag));
}
