import { plainText, type RichTextDocument } from '@parvis/conversations/server';
import { idFrom, importOutcome, importRows, inAll, inWaves, type ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { maxDepth, maxPages } from '../page/wiki-tree.ts';

/** A page of an earlier network, with all that it said. */
export interface ImportedWikiPage {
  line: number;
  /** Its identifier there. */
  id: string;
  /** The community's identifier there. */
  community: string;
  /** Identifier, there, of the page that it stands below; null: at the top. */
  parent: string | null;
  /** The oldest first; at least one. */
  versions: ImportedWikiVersion[];
}

export interface ImportedWikiVersion {
  title: string;
  body: RichTextDocument;
  /** The author's identifier in the company. */
  author: string;
  note: string;
  createdAt: Date;
}

/** Adds the pages that are not in yet, with their versions; what is in stays as it is. Nobody is notified. */
export async function importWikiPages(manager: EntityManager, pages: readonly ImportedWikiPage[]): Promise<ImportOutcome> {
  const outcomes: ImportOutcome[] = [];
  for (const wave of inWaves(pages, ({ parent }) => [parent])) outcomes.push(await importRows(manager, statement, wave.map(rowOf), [maxDepth, maxPages]));
  return inAll(outcomes);
}

function rowOf({ line, id, community, parent, versions }: ImportedWikiPage) {
  const [first, last] = [versions[0], versions.at(-1)];
  if (!first || !last) throw new Error(`The page ${id} has no version.`);
  return {
    line, external_id: id, id: idFrom(`wiki-page:${id}`, first.createdAt), community, parent, title: last.title, text: `${last.title}\n${plainText(last.body)}`,
    author: first.author, latest_author: last.author, created_at: first.createdAt, updated_at: last.createdAt, version: versions.length,
    versions: versions.map(({ title, body, author, note, createdAt }, index) => ({
      id: idFrom(`wiki-version:${index}:${id}`, createdAt), number: index + 1, title, body, author, note, created_at: createdAt,
    })),
  };
}

const statement = `
  WITH RECURSIVE told AS (
    SELECT line.*, community.id AS community_id, parent.id AS parent_id, parent.community_id AS parent_community_id, known.id IS NULL AS fresh,
      row_number() OVER (PARTITION BY community.id, known.id IS NULL ORDER BY line.line) AS place,
      (SELECT min(version.author) FROM jsonb_to_recordset(line.versions) AS version(author text)
        WHERE NOT EXISTS (SELECT 1 FROM person WHERE person.identifier = version.author)) AS unknown_author
    FROM jsonb_to_recordset($1::jsonb) AS line(
      line int, external_id text, id uuid, community text, parent text, title text, text text, author text, latest_author text,
      created_at timestamptz, updated_at timestamptz, version int, versions jsonb)
    LEFT JOIN import_reference community ON community.kind = 'community' AND community.external_id = line.community
    LEFT JOIN import_reference above ON above.kind = 'wiki-page' AND above.external_id = line.parent
    LEFT JOIN wiki_page parent ON parent.id = above.id
    LEFT JOIN import_reference known ON known.kind = 'wiki-page' AND known.external_id = line.external_id
  ), ancestor AS (
    SELECT DISTINCT parent_id AS of_id, parent_id AS id FROM told WHERE parent_id IS NOT NULL
    UNION ALL
    SELECT ancestor.of_id, page.parent_id FROM ancestor JOIN wiki_page page ON page.id = ancestor.id WHERE page.parent_id IS NOT NULL
  ), resolved AS (
    SELECT told.*,
      CASE WHEN community_id IS NULL THEN format('community %s is unknown', to_json(community))
           WHEN parent IS NOT NULL AND parent_id IS NULL THEN format('parent %s is unknown', to_json(parent))
           WHEN parent_community_id <> community_id THEN format('parent %s stands in another community', to_json(parent))
           WHEN (SELECT count(*) FROM ancestor WHERE ancestor.of_id = told.parent_id) >= $2::int THEN format('parent %s stands on the last of %s levels', to_json(parent), $2::int)
           WHEN unknown_author IS NOT NULL THEN format('author %s is unknown', to_json(unknown_author))
           WHEN fresh AND place + (SELECT count(*) FROM wiki_page page WHERE page.community_id = told.community_id AND page.deleted_at IS NULL) > $3::int
             THEN format('community %s has %s pages already', to_json(community), $3::int) END AS problem
    FROM told
  ), referred AS (
    INSERT INTO import_reference (kind, external_id, id) SELECT 'wiki-page', external_id, id FROM resolved WHERE problem IS NULL AND fresh
  ), added AS (
    INSERT INTO wiki_page (id, community_id, parent_id, title, sort_title, text, version, created_by_id, updated_by_id, key, created_at, updated_at)
    SELECT resolved.id, community_id, parent_id, resolved.title, fold(resolved.title), text, version, creator.id, latest.id, resolved.id, resolved.created_at, resolved.updated_at
    FROM resolved JOIN person creator ON creator.identifier = author JOIN person latest ON latest.identifier = latest_author
    WHERE problem IS NULL AND fresh
    ON CONFLICT DO NOTHING RETURNING id
  ), said AS (
    INSERT INTO wiki_version (id, page_id, number, title, body, note, author_id, created_at)
    SELECT version.id, added.id, version.number, version.title, version.body, version.note, person.id, version.created_at
    FROM added JOIN resolved ON resolved.id = added.id
    CROSS JOIN LATERAL jsonb_to_recordset(resolved.versions) AS version(
      id uuid, number int, title text, body jsonb, author text, note text, created_at timestamptz)
    JOIN person ON person.identifier = version.author
  ) ${importOutcome}`;
