/**
 * The one rule of who sees what in communities, as SQL conditions. `viewer` is an expression for the viewer's id: `:viewerId` in a query
 * builder, `$1` in plain SQL. Everything that belongs to a community (posts and what hangs on them, members, search hits, counts, rooms)
 * goes through `contentVisibleTo`.
 */
const isMember = (communityId: string, viewer: string): string =>
  exists('membership', 'access', [communityId, viewer], `access.person_id = ${viewer} AND access.community_id = ${communityId}`);

/** An expression that names the alias would mean the inner table: `place.id = place.id` holds for every community, and lets everybody in. */
function exists(table: string, alias: string, expressions: readonly string[], condition: string): string {
  if (expressions.some((expression) => new RegExp(`\\b${alias}\\.`).test(expression))) throw new Error(`${alias} is the name of a table inside of the rule: give yours another.`);
  return `EXISTS (SELECT 1 FROM ${table} ${alias} WHERE ${condition})`;
}

/** By which way somebody reads: as who they are, or through a break-glass access, which opens nothing but what asks for it by this name. */
export type Way = 'own' | 'break-glass';

/**
 * Whether the viewer reads there through a break-glass access at this moment: theirs, approved by somebody else, not over. Two people who turned out to be one
 * are one, so what they opened together is closed.
 */
export const isLookedInto = (communityId: string, viewer: string): string =>
  exists(
    'break_glass_access',
    'glass',
    [communityId, viewer],
    `glass.community_id = ${communityId} AND glass.asked_by_id = ${viewer} AND glass.state = 'approved' AND glass.decided_by_id <> glass.asked_by_id AND glass.ends_at > clock_timestamp()`,
  );

/** Whether the viewer was asked to come in and has not answered. */
export const isInvited = (communityId: string, viewer: string): string =>
  exists('community_invitation', 'offered', [communityId, viewer], `offered.person_id = ${viewer} AND offered.community_id = ${communityId} AND offered.declined_at IS NULL`);

/** Whether the viewer may know that the community exists: its name, purpose and size. Whoever is invited into a secret one knows of it until they answer. */
export const communityVisibleTo = (community: string, viewer: string): string =>
  `(${community}.visibility <> 'secret' OR ${isMember(`${community}.id`, viewer)} OR ${isInvited(`${community}.id`, viewer)})`;

/** Whether the viewer may see how the community looks: its banner, its charter. Not those who are only invited into a secret one. */
export const communityLooksVisibleTo = (community: string, viewer: string): string =>
  `(${community}.visibility <> 'secret' OR ${isMember(`${community}.id`, viewer)})`;

/** Whether the viewer may read what is inside: everybody for open communities, members otherwise; by the way of break-glass, whoever has an access that is open. */
export const communityReadableBy = (community: string, viewer: string, way: Way = 'own'): string =>
  `(${community}.visibility = 'open' OR ${isMember(`${community}.id`, viewer)}${way === 'break-glass' ? ` OR ${isLookedInto(`${community}.id`, viewer)}` : ''})`;

/** SQL: the ids of all communities that the viewer may read. For one of many; about one thing, `contentVisibleTo` is asked. */
export const readableCommunities = (viewer: string): string => `(SELECT place.id FROM community place WHERE ${communityReadableBy('place', viewer)})`;

/** The same for something that carries a community's id; null means that it belongs to the whole company. */
export const contentVisibleTo = (communityId: string, viewer: string, way: Way = 'own'): string =>
  `(${communityId} IS NULL OR ${exists('community', 'place', [communityId, viewer], `place.id = ${communityId} AND ${communityReadableBy('place', viewer, way)}`)})`;

/** Whether anything may still be added to something that carries a community's id: not to what is archived. */
export const contentIsLive = (communityId: string): string =>
  `NOT ${exists('community', 'place', [communityId], `place.id = ${communityId} AND place.archived_at IS NOT NULL`)}`;

/** Whether the viewer animates the community. */
export const isAnimator = (communityId: string, viewer: string): string =>
  exists('membership', 'own', [communityId, viewer], `own.community_id = ${communityId} AND own.person_id = ${viewer} AND own.role = 'animator'`);
