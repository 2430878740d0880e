/**
 * SQL condition: the viewer may know whether that person is open to another position: the person, and HR as long as nobody in it stands
 * above the person, at whatever height. `person`: an expression of an id; `viewer`: a parameter.
 */
export const mobilityVisibleTo = (person: string, viewer: string): string => `(${person} = ${viewer}::uuid OR (
  EXISTS (SELECT 1 FROM person reader WHERE reader.id = ${viewer}::uuid AND 'hr' = ANY (reader.roles) AND reader.deactivated_at IS NULL)
  AND ${viewer}::uuid NOT IN (
    WITH RECURSIVE above (id) AS (
      SELECT own.manager_id FROM person own WHERE own.id = ${person}
      UNION SELECT boss.manager_id FROM above JOIN person boss ON boss.id = above.id
    ) SELECT above.id FROM above WHERE above.id IS NOT NULL)))`;
