/**
 * The one rule of who sees what in communities, as SQL conditions. `viewer` is an expression for the viewer's id: `:viewerId` in a query
 * builder, `$1` in plain SQL. Everything that belongs to a community (posts and what hangs on them, members, search hits, counts, rooms)
 * goes through `contentVisibleTo`.
 */
const isMember = (communityId: string, viewer: string): string =>
  `EXISTS (SELECT 1 FROM membership access WHERE access.person_id = ${viewer} AND access.community_id = ${communityId})`;

/** Whether the viewer was asked to come in and has not answered. */
export const isInvited = (communityId: string, viewer: string): string =>
  `EXISTS (SELECT 1 FROM community_invitation offered WHERE offered.person_id = ${viewer} AND offered.community_id = ${communityId} AND offered.declined_at IS NULL)`;

/** Whether the viewer may know that the community exists: its name, purpose and size. Whoever is invited into a secret one knows of it until they answer. */
export const communityVisibleTo = (community: string, viewer: string): string =>
  `(${community}.visibility <> 'secret' OR ${isMember(`${community}.id`, viewer)} OR ${isInvited(`${community}.id`, viewer)})`;

/** Whether the viewer may see how the community looks: its banner, its charter. Not those who are only invited into a secret one. */
export const communityLooksVisibleTo = (community: string, viewer: string): string =>
  `(${community}.visibility <> 'secret' OR ${isMember(`${community}.id`, viewer)})`;

/** Whether the viewer may read what is inside: everybody for open communities, members otherwise. */
export const communityReadableBy = (community: string, viewer: string): string =>
  `(${community}.visibility = 'open' OR ${isMember(`${community}.id`, viewer)})`;

/** The same for something that carries a community's id; null means that it belongs to the whole company. */
export const contentVisibleTo = (communityId: string, viewer: string): string =>
  `(${communityId} IS NULL OR EXISTS (SELECT 1 FROM community place WHERE place.id = ${communityId} AND ${communityReadableBy('place', viewer)}))`;

/** Whether anything may still be added to something that carries a community's id: not to what is archived. */
export const contentIsLive = (communityId: string): string =>
  `NOT EXISTS (SELECT 1 FROM community place WHERE place.id = ${communityId} AND place.archived_at IS NOT NULL)`;

/** Whether the viewer animates the community. */
export const isAnimator = (communityId: string, viewer: string): string =>
  `EXISTS (SELECT 1 FROM membership own WHERE own.community_id = ${communityId} AND own.person_id = ${viewer} AND own.role = 'animator')`;
