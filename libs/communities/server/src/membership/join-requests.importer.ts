import { idFrom, importOutcome, importRows, type ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';

/** That somebody waits to be let into a closed community: it by its identifier in the earlier network, they by theirs in the company. */
export interface ImportedJoinRequest {
  line: number;
  community: string;
  person: string;
  requestedAt: Date;
}

/** Adds requests of people who are outside. Nobody is notified. */
export function importJoinRequests(manager: EntityManager, requests: readonly ImportedJoinRequest[]): Promise<ImportOutcome> {
  return importRows(manager, statement, requests.map(({ requestedAt, ...told }) => ({
    ...told, id: idFrom(`join-request:${told.community}:${told.person}`, requestedAt), requested_at: requestedAt,
  })));
}

const statement = `
  WITH resolved AS (
    SELECT line.*, community.id AS community_id, person.id AS person_id,
      CASE WHEN community.visibility IS DISTINCT FROM 'closed' THEN format('community %s is no closed one', to_json(line.community))
           WHEN person.id IS NULL THEN format('person %s is unknown', to_json(line.person))
           WHEN membership.id IS NOT NULL THEN format('person %s is a member', to_json(line.person)) END AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(line int, id uuid, community text, person text, requested_at timestamptz)
    LEFT JOIN import_reference known ON known.kind = 'community' AND known.external_id = line.community
    LEFT JOIN community ON community.id = known.id
    LEFT JOIN person ON person.identifier = line.person
    LEFT JOIN membership ON membership.community_id = community.id AND membership.person_id = person.id
  ), added AS (
    INSERT INTO join_request (id, community_id, person_id, requested_at)
    SELECT id, community_id, person_id, requested_at FROM resolved WHERE problem IS NULL
    ON CONFLICT DO NOTHING RETURNING 1
  ) ${importOutcome}`;
