import type { DataSource, EntityManager } from 'typeorm';
import { columns, rows } from '../day/columns.ts';
import { rollUpTurn } from '../roll-up/roll-up-turn.ts';

/** Who is in a community today, by the numbers that stand for people, in their order. */
export interface Members {
  who: Int32Array;
  /** The day on which they joined, counted from 1970. */
  joined: Int32Array;
  /** The day on which they left the company; `stillHere`: they have not. */
  left: Int32Array;
  /** 0: they animate it. */
  isMember: Uint16Array;
}

const stillHere = 0x7fffffff;

const layout = { who: Int32Array, joined: Int32Array, left: Int32Array, isMember: Uint16Array } as const;

export const decodeMembers = (bytes: Buffer): Members => rows(layout, bytes);

/** Communities of one transaction. */
const communitiesAtOnce = 200;

// Whoever was erased goes on as a member who left the company then, also of the community into which theirs was merged. $1: communities.
const membersSql = `
  WITH named AS (SELECT id AS into_id, id AS from_id FROM unnest($1::uuid[]) AS asked (id) UNION ALL SELECT into_id, from_id FROM community_redirect WHERE into_id = ANY ($1::uuid[])), member AS (
    SELECT community_id, person_id, role, (joined_at AT TIME ZONE 'UTC')::date AS joined_on, (person.deactivated_at AT TIME ZONE 'UTC')::date AS left_on FROM membership JOIN person ON person.id = membership.person_id WHERE community_id = ANY ($1::uuid[])
    UNION ALL (
      SELECT DISTINCT ON (into_id, former.person_id) into_id, coalesce(former.was, former.person_id), kept.role, kept.joined_on, former.last_day
      FROM named JOIN engagement_former_member kept ON kept.community_id = from_id JOIN engagement_former former ON former.person_id = kept.former_id
      ORDER BY into_id, former.person_id, kept.joined_on
    )
  )
  SELECT community_id AS "communityId", array_agg(known.number ORDER BY known.number) AS who,
    array_agg(joined_on - date '1970-01-01' ORDER BY known.number) AS joined,
    array_agg(coalesce(left_on - date '1970-01-01', ${stillHere}) ORDER BY known.number) AS "left",
    array_agg((role = 'member')::int ORDER BY known.number) AS "isMember"
  FROM member JOIN engagement_person known USING (person_id) GROUP BY 1`;

/** Brings up to date who is in the communities in which that has changed. */
export async function rollUpMembers(dataSource: DataSource): Promise<void> {
  while ((await rollUpTurn(dataSource, writeNext)) > 0);
}

async function writeNext(manager: EntityManager): Promise<number> {
  const waiting: { id: string }[] = await manager.query(
    `WITH taken AS (DELETE FROM engagement_membership_pending WHERE community_id IN (SELECT DISTINCT community_id FROM engagement_membership_pending LIMIT ${communitiesAtOnce}) RETURNING community_id)
     SELECT DISTINCT community_id AS id FROM taken`,
  );
  if (waiting.length === 0) return 0;
  const ids = waiting.map(({ id }) => id);
  await manager.query(
    `INSERT INTO engagement_person (person_id) SELECT DISTINCT person_id FROM membership WHERE community_id = ANY ($1::uuid[]) AND NOT EXISTS (SELECT 1 FROM engagement_person known WHERE known.person_id = membership.person_id)`,
    [ids],
  );
  const those: { communityId: string; who: number[]; joined: number[]; left: number[]; isMember: number[] }[] = await manager.query(membersSql, [ids]);
  const membersOf = new Map(those.map(({ communityId, who, joined, left, isMember }) => [communityId, columns(layout, { who: Int32Array.from(who), joined: Int32Array.from(joined), left: Int32Array.from(left), isMember: Uint16Array.from(isMember) })]));
  await numberCommunities(manager);
  for (const id of ids) await manager.query('UPDATE engagement_community SET members = $2, rolled_up_at = clock_timestamp() WHERE community_id = $1', [id, membersOf.get(id) ?? Buffer.alloc(0)]);
  return ids.length;
}

/** New communities are numbered. What was merged into another keeps its number, by which days name it. */
export const numberCommunities = (manager: EntityManager): Promise<unknown> =>
  manager.query('INSERT INTO engagement_community (community_id) SELECT id FROM community WHERE NOT EXISTS (SELECT 1 FROM engagement_community known WHERE known.community_id = community.id) ORDER BY id');

/** The next roll-up reads anew who is in each community. */
export const readMembersAnew = (manager: EntityManager): Promise<unknown> => manager.query('INSERT INTO engagement_membership_pending (community_id) SELECT id FROM community');
