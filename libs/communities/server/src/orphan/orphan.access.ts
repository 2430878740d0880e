/**
 * A community that lives and that nobody who works here animates: nobody can let people in or apply its charter. An open one without anybody is none:
 * the first to join animates it.
 */
export const isOrphaned = (community: string): string => `(
  ${community}.archived_at IS NULL
  AND NOT EXISTS (${activeIn(community)} AND own.role = 'animator')
  AND (${community}.visibility <> 'open' OR EXISTS (${activeIn(community)}))
)`;

const activeIn = (community: string): string =>
  `SELECT 1 FROM membership own JOIN person ON person.id = own.person_id WHERE own.community_id = ${community}.id AND person.deactivated_at IS NULL`;
