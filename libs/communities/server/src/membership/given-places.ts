import { Injectable } from '@nestjs/common';
import { PeopleMerge } from '@parvis/identity/server';
import type { Transaction } from '@parvis/platform/server';
import { Admission } from './admission.ts';
import { GivenPlaceEntity, type PlaceGiver } from './given-place.entity.ts';

export interface Place {
  communityId: string;
  personId: string;
}

interface MissingPlace extends Place {
  isMember: boolean;
  /** By another giver, and not their own meanwhile. */
  isGiven: boolean;
  /** Given by another giver, and left since, or made their own. */
  isReleased: boolean;
}

/** An alias of `given_place` that still has a say. */
const held = (alias: string): string => `NOT ${alias}.is_released`;

/**
 * The one rule of places that groups give, whoever tells the groups. A group gives a place in an open community that lives, to whoever has none; the
 * place goes with the last group that gives it. Never taken: a place that somebody had before, that an animator gave besides, or of an animator.
 * Whoever left is not brought back while the group lasts.
 */
@Injectable()
export class GivenPlaces {
  constructor(
    private readonly admission: Admission,
    merges: PeopleMerge,
  ) {
    merges.register((manager, fromId, intoId) => mergePlaces((sql) => manager.query(sql, [fromId, intoId])));
  }

  /** These are all the places that this giver gives to these people now; what it gave them besides is taken. */
  async give(tx: Transaction, giver: PlaceGiver, { personIds, places }: { personIds: readonly string[]; places: readonly Place[] }): Promise<void> {
    if (personIds.length === 0) return;
    const told = [places.map(({ communityId }) => communityId), places.map(({ personId }) => personId)];
    const [lost]: [(Place & { isReleased: boolean })[], number] = await tx.manager.query(
      `DELETE FROM given_place WHERE given_by = $1 AND person_id = ANY($2) AND (community_id, person_id) NOT IN (SELECT * FROM unnest($3::uuid[], $4::uuid[]))
       RETURNING community_id AS "communityId", person_id AS "personId", is_released AS "isReleased"`,
      [giver, personIds, ...told],
    );
    for (const place of lost) if (!place.isReleased) await this.take(tx, place);
    if (places.length === 0) return;
    const missing: MissingPlace[] = await tx.manager.query(
      `SELECT told.community_id AS "communityId", told.person_id AS "personId",
         EXISTS (SELECT 1 FROM membership WHERE membership.community_id = told.community_id AND membership.person_id = told.person_id) AS "isMember",
         coalesce(bool_or(${held('given')}), false) AS "isGiven", coalesce(bool_or(given.is_released), false) AS "isReleased"
       FROM (SELECT DISTINCT * FROM unnest($2::uuid[], $3::uuid[]) AS told (community_id, person_id)) told
       JOIN community ON community.id = told.community_id AND ${takesByGroup('community')}
       JOIN person ON person.id = told.person_id AND person.deactivated_at IS NULL
       LEFT JOIN given_place given ON given.community_id = told.community_id AND given.person_id = told.person_id
       GROUP BY told.community_id, told.person_id HAVING coalesce(bool_and(given.given_by <> $1), true)`,
      [giver, ...told],
    );
    for (const place of missing) await this.bring(tx, giver, place);
  }

  private async bring(tx: Transaction, giver: PlaceGiver, { communityId, personId, isMember, isGiven, isReleased }: MissingPlace): Promise<void> {
    // Theirs: no group gave it.
    if (isMember && !isGiven) return;
    const staysOut = !isMember && isReleased;
    if (!isMember && !staysOut && !(await this.admission.admit(tx, communityId, personId))) return;
    await tx.manager.insert(GivenPlaceEntity, { communityId, personId, givenBy: giver, isReleased: staysOut });
  }

  private async take(tx: Transaction, { communityId, personId }: Place): Promise<void> {
    const [row]: unknown[] = await tx.manager.query(
      // An animator has made the place theirs.
      `SELECT 1 FROM membership WHERE community_id = $1 AND person_id = $2 AND role = 'member'
         AND NOT EXISTS (SELECT 1 FROM given_place given WHERE given.community_id = $1 AND given.person_id = $2 AND ${held('given')})`,
      [communityId, personId],
    );
    if (row) await this.admission.dismiss(tx, communityId, personId);
  }
}

/** Only an open community that lives takes people in by a group: who is in another one is its animators' to say. */
export const takesByGroup = (community: string): string => `${community}.visibility = 'open' AND ${community}.archived_at IS NULL`;

/** One person of two: where either had a place of their own, it is theirs. */
async function mergePlaces(query: (sql: string) => Promise<unknown>): Promise<void> {
  const given = (person: string) => `SELECT 1 FROM given_place given WHERE given.community_id = given_place.community_id AND given.person_id = ${person} AND ${held('given')}`;
  const own = (person: string) => `EXISTS (SELECT 1 FROM membership WHERE membership.community_id = given_place.community_id AND membership.person_id = ${person}) AND NOT EXISTS (${given(person)})`;
  await query(`UPDATE given_place SET is_released = true WHERE (person_id = $1 AND ${own('$2')}) OR (person_id = $2 AND ${own('$1')})`);
}
