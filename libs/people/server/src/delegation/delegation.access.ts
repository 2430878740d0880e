/**
 * Whether a delegation holds now, as an SQL condition; `delegation` is the table's alias. It holds as long as it has not ended, the executive still
 * is one, and both still work here.
 */
export const delegationHolds = (delegation: string): string => `(
  (${delegation}.until IS NULL OR ${delegation}.until > now())
  AND EXISTS (SELECT 1 FROM person lead WHERE lead.id = ${delegation}.executive_id AND lead.deactivated_at IS NULL AND 'executive' = ANY (lead.roles))
  AND EXISTS (SELECT 1 FROM person other WHERE other.id = ${delegation}.delegate_id AND other.deactivated_at IS NULL))`;
