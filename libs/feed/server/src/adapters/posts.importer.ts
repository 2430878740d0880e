import { plainText, tagsOf, type RichTextDocument } from '@parvis/conversations/server';
import { idFrom, importOutcome, importRows, type ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { importAnnouncementParts, type ImportedAnnouncement } from '../announcement/announcement.importer.ts';
import { importEventParts, type ImportedEvent } from '../event/event.importer.ts';
import { pinsTurn } from '../pin/pin.access.ts';
import { mostPins } from '../pin/pin.service.ts';
import { importPollParts, type ImportedPoll } from '../poll/poll.importer.ts';
import type { PostKind } from '../post/post.entity.ts';

/** A post of an earlier network. */
export interface ImportedPost {
  line: number;
  /** Its identifier there. */
  id: string;
  /** The author's identifier in the company. */
  author: string;
  /** Who wrote it on behalf of the author, by their identifier in the company; null: the author. */
  writtenBy: string | null;
  /** The community's identifier in the earlier network; null: to the whole company. */
  community: string | null;
  kind: PostKind;
  title: string | null;
  body: RichTextDocument;
  createdAt: Date;
  /** Added to the hashtags of the body; lower-cased. */
  tags: string[];
  /** The part of its kind; null: another kind. */
  poll: ImportedPoll | null;
  event: ImportedEvent | null;
  announcement: ImportedAnnouncement | null;
  /** Null: not on top. */
  pinnedAt: Date | null;
  /** Null: until it is taken down. */
  pinnedUntil: Date | null;
}

/** Adds the posts that are not in yet; what is in stays as it is, edited or deleted ones too. Nobody is notified. */
export async function importPosts(manager: EntityManager, posts: readonly ImportedPost[]): Promise<ImportOutcome> {
  const rows = posts.map(({ line, id, author, writtenBy, community, kind, title, body, createdAt, tags, pinnedAt, pinnedUntil, ...parts }) => ({
    line, external_id: id, id: idFrom(`post:${id}`, createdAt), author, written_by: writtenBy, community, kind, title, body,
    text: [title, plainText(body), ...wordsOf(parts)].filter(Boolean).join('\n'),
    tags: [...new Set([...tags.map(tagForm).filter(Boolean), ...tagsOf(body)])],
    created_at: createdAt, pinned_at: pinnedAt, pinned_until: pinnedUntil,
  }));
  await takePinsTurns(manager, posts);
  const outcome = await importRows(manager, statement, rows);
  await importPollParts(manager, posts);
  await importEventParts(manager, posts);
  await importAnnouncementParts(manager, posts);
  return outcome;
}

/** Somebody may pin by hand meanwhile. In one order, so that nobody waits in a circle. */
async function takePinsTurns(manager: EntityManager, posts: readonly ImportedPost[]): Promise<void> {
  const pinned = posts.filter(({ pinnedAt, kind }) => pinnedAt && kind !== 'announcement');
  if (pinned.length === 0) return;
  const named = [...new Set(pinned.flatMap(({ community }) => community ?? []))];
  const rows: { id: string }[] = await manager.query(`SELECT id FROM import_reference WHERE kind = 'community' AND external_id = ANY($1)`, [named]);
  const turns = [...rows.map(({ id }) => pinsTurn(id)), ...(pinned.some(({ community }) => community === null) ? [pinsTurn(null)] : [])].sort();
  for (const turn of turns) await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [turn]);
}

/** Words of the kind by which the post is found. */
const wordsOf = ({ poll, event }: Pick<ImportedPost, 'poll' | 'event'>): (string | null)[] => [...(poll?.options ?? []), event?.place ?? null];

/** Tags of elsewhere may hold anything (« root cause », « c++ »); ours are what can follow a #. */
const tagForm = (tag: string): string => tag.toLowerCase().replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60);

const statement = `
  WITH matched AS (
    SELECT line.*, person.id AS author_id, nullif(writer.id, person.id) AS written_by_id, community.id AS community_id, known.id IS NULL AS fresh,
      CASE WHEN person.id IS NULL THEN format('author %s is unknown', to_json(line.author))
           WHEN line.written_by IS NOT NULL AND writer.id IS NULL THEN format('writtenBy %s is unknown', to_json(line.written_by))
           WHEN line.community IS NOT NULL AND community.id IS NULL THEN format('community %s is unknown', to_json(line.community)) END AS mismatch
    FROM jsonb_to_recordset($1::jsonb) AS line(
      line int, external_id text, id uuid, author text, written_by text, community text, kind text, title text, body jsonb, text text, tags text[], created_at timestamptz,
      pinned_at timestamptz, pinned_until timestamptz)
    LEFT JOIN person ON person.identifier = line.author
    LEFT JOIN person writer ON writer.identifier = line.written_by
    LEFT JOIN import_reference community ON community.kind = 'community' AND community.external_id = line.community
    LEFT JOIN import_reference known ON known.kind = 'post' AND known.external_id = line.external_id
  ), pinning AS (
    SELECT line, row_number() OVER (PARTITION BY community_id ORDER BY line) + (
      SELECT count(*) FROM post WHERE post.community_id IS NOT DISTINCT FROM matched.community_id AND post.pinned_at IS NOT NULL AND post.deleted_at IS NULL AND post.kind <> 'announcement'
    ) AS place
    FROM matched WHERE fresh AND mismatch IS NULL AND pinned_at IS NOT NULL AND kind <> 'announcement'
  ), resolved AS (
    SELECT matched.*, CASE
      WHEN pinning.place > ${mostPins} AND matched.community IS NULL THEN 'pinnedAt: the whole company has ${mostPins} posts on top already'
      WHEN pinning.place > ${mostPins} THEN format('pinnedAt: community %s has ${mostPins} posts on top already', to_json(matched.community))
      ELSE mismatch END AS problem
    FROM matched LEFT JOIN pinning USING (line)
  ), referred AS (
    INSERT INTO import_reference (kind, external_id, id) SELECT 'post', external_id, id FROM resolved WHERE problem IS NULL AND fresh
  ), added AS (
    INSERT INTO post (id, author_id, written_by_id, community_id, key, kind, title, body, text, tags, created_at, pinned_at, pinned_until)
    SELECT id, author_id, written_by_id, community_id, id, kind, title, body, text, tags, created_at, pinned_at, pinned_until FROM resolved WHERE problem IS NULL AND fresh
    ON CONFLICT DO NOTHING RETURNING 1
  ) ${importOutcome}`;
