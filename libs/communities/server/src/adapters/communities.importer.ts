import { idFrom, importOutcome, importRows, newId, type ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import type { BannerPattern, BannerTone, CommunityVisibility } from '../community/community.entity.ts';
import type { CommunityRole } from '../membership/membership.entity.ts';

/** A community of an earlier network. */
export interface ImportedCommunity {
  line: number;
  /** Its identifier there. */
  id: string;
  name: string;
  description: string;
  visibility: CommunityVisibility;
  /** Null: not known. */
  createdAt: Date | null;
  charter: string;
  topics: string[];
  welcome: string;
  banner: { pattern: BannerPattern; tone: BannerTone } | null;
}

export interface ImportedMembership {
  line: number;
  /** The community's identifier in the earlier network. */
  community: string;
  /** The person's identifier in the company. */
  person: string;
  role: CommunityRole;
  /** Null: not known. */
  joinedAt: Date | null;
}

/** Adds the communities that are not in yet; what is in stays as it is. */
export function importCommunities(manager: EntityManager, communities: readonly ImportedCommunity[]): Promise<ImportOutcome> {
  const rows = communities.map(({ line, id, name, description, visibility, createdAt, charter, topics, welcome, banner }) => ({
    line, external_id: id, id: idFrom(`community:${id}`, createdAt ?? new Date(0)), name, description, visibility, created_at: createdAt,
    charter, topics, welcome, banner_pattern: banner?.pattern ?? null, banner_tone: banner?.tone ?? null,
  }));
  return importRows(manager, communityStatement, rows);
}

const communityStatement = `
  WITH resolved AS (
    SELECT line.*, known.id IS NULL AS fresh, null AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(
      line int, external_id text, id uuid, name text, description text, visibility text, created_at timestamptz, charter text, topics text[], welcome text,
      banner_pattern text, banner_tone text)
    LEFT JOIN import_reference known ON known.kind = 'community' AND known.external_id = line.external_id
  ), referred AS (
    INSERT INTO import_reference (kind, external_id, id) SELECT 'community', external_id, id FROM resolved WHERE fresh
  ), added AS (
    INSERT INTO community (id, name, sort_name, description, visibility, created_at, charter, topics, topic_keys, welcome, banner_pattern, banner_tone)
    SELECT id, name, fold(name), description, visibility, coalesce(created_at, now()), charter, topics, ARRAY(SELECT fold(topic) FROM unnest(topics) topic),
      welcome, banner_pattern, banner_tone
    FROM resolved WHERE fresh
    ON CONFLICT DO NOTHING RETURNING 1
  ) ${importOutcome}`;

/** Adds the memberships that are not there yet; the role of those that are stays as it is. */
export function importMemberships(manager: EntityManager, memberships: readonly ImportedMembership[]): Promise<ImportOutcome> {
  const rows = memberships.map(({ line, community, person, role, joinedAt }) => ({
    line, id: joinedAt ? idFrom(`membership:${community}:${person}`, joinedAt) : newId(), community, person, role, joined_at: joinedAt,
  }));
  return importRows(manager, membershipStatement, rows);
}

// Whoever waits to be let in and is a member by the import waits no more.
const membershipStatement = `
  WITH resolved AS (
    SELECT line.*, known.id AS community_id, person.id AS person_id,
      CASE WHEN known.id IS NULL THEN format('community %s is unknown', to_json(line.community))
           WHEN person.id IS NULL THEN format('person %s is unknown', to_json(line.person)) END AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(line int, id uuid, community text, person text, role text, joined_at timestamptz)
    LEFT JOIN import_reference known ON known.kind = 'community' AND known.external_id = line.community
    LEFT JOIN person ON person.identifier = line.person
  ), added AS (
    INSERT INTO membership (id, community_id, person_id, role, joined_at, welcomed_at)
    SELECT id, community_id, person_id, role, coalesce(joined_at, now()), now() FROM resolved WHERE problem IS NULL
    ON CONFLICT DO NOTHING RETURNING community_id, person_id
  ), admitted AS (
    DELETE FROM join_request USING added WHERE join_request.person_id = added.person_id AND join_request.community_id = added.community_id
  ) ${importOutcome}`;

/** Whose members came without a role still needs somebody to let people in: the one who has been there longest. Returns how many communities that concerned. */
export async function nameMissingAnimators(manager: EntityManager): Promise<number> {
  const [, named]: [unknown, number] = await manager.query(
    `UPDATE membership SET role = 'animator' FROM (
       SELECT DISTINCT ON (community_id) id FROM membership
       WHERE NOT EXISTS (SELECT 1 FROM membership other WHERE other.community_id = membership.community_id AND other.role = 'animator')
       ORDER BY community_id, joined_at, id
     ) first WHERE first.id = membership.id`,
  );
  return named;
}
