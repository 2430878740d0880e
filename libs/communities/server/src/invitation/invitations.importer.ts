import { idFrom, importOutcome, importRows, type ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';

/** That somebody is asked to come in: the community by its identifier in the earlier network, people by theirs in the company. */
export interface ImportedInvitation {
  line: number;
  community: string;
  person: string;
  inviter: string;
  word: string;
  invitedAt: Date;
}

/** Adds invitations of members to people who are outside. Nobody is notified. */
export function importInvitations(manager: EntityManager, invitations: readonly ImportedInvitation[]): Promise<ImportOutcome> {
  return importRows(manager, statement, invitations.map(({ invitedAt, ...told }) => ({
    ...told, id: idFrom(`invitation:${told.community}:${told.person}`, invitedAt), invited_at: invitedAt,
  })));
}

const statement = `
  WITH resolved AS (
    SELECT line.*, community.id AS community_id, person.id AS person_id, inviter.id AS inviter_id,
      CASE WHEN community.id IS NULL THEN format('community %s is unknown', to_json(line.community))
           WHEN person.id IS NULL OR own.id IS NOT NULL THEN format('person %s is not outside', to_json(line.person))
           WHEN inviting.id IS NULL THEN format('inviter %s is no member', to_json(line.inviter)) END AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(line int, id uuid, community text, person text, inviter text, word text, invited_at timestamptz)
    LEFT JOIN import_reference community ON community.kind = 'community' AND community.external_id = line.community
    LEFT JOIN person ON person.identifier = line.person
    LEFT JOIN membership own ON own.community_id = community.id AND own.person_id = person.id
    LEFT JOIN person inviter ON inviter.identifier = line.inviter
    LEFT JOIN membership inviting ON inviting.community_id = community.id AND inviting.person_id = inviter.id
  ), added AS (
    INSERT INTO community_invitation (id, community_id, person_id, inviter_id, word, invited_at)
    SELECT id, community_id, person_id, inviter_id, word, invited_at FROM resolved WHERE problem IS NULL
    ON CONFLICT DO NOTHING RETURNING 1
  ) ${importOutcome}`;
