import { idFrom, importOutcome, importRows, type ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';

/** That an executive lets a colleague write on their behalf; both by their identifiers in the company. */
export interface ImportedDelegation {
  line: number;
  executive: string;
  delegate: string;
  since: Date;
}

/** Adds delegations that hold until somebody ends them. */
export function importDelegations(manager: EntityManager, delegations: readonly ImportedDelegation[]): Promise<ImportOutcome> {
  return importRows(manager, statement, delegations.map((told) => ({ ...told, id: idFrom(`delegation:${told.executive}:${told.delegate}`, told.since) })));
}

const statement = `
  WITH resolved AS (
    SELECT line.*, executive.id AS executive_id, delegate.id AS delegate_id,
      CASE WHEN executive.id IS NULL OR NOT 'executive' = ANY (executive.roles) THEN format('executive %s is none', to_json(line.executive))
           WHEN delegate.id IS NULL OR delegate.id = executive.id THEN format('delegate %s is nobody else', to_json(line.delegate)) END AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(line int, id uuid, executive text, delegate text, since timestamptz)
    LEFT JOIN person executive ON executive.identifier = line.executive
    LEFT JOIN person delegate ON delegate.identifier = line.delegate
  ), added AS (
    INSERT INTO delegation (id, executive_id, delegate_id, declared_by_id, since)
    SELECT id, executive_id, delegate_id, executive_id, since FROM resolved WHERE problem IS NULL
    ON CONFLICT DO NOTHING RETURNING 1
  ) ${importOutcome}`;
