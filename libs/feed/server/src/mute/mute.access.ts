/** Whether a mute has not ended yet, as an SQL condition; `mute` is the table's alias. */
export const muteIsInForce = (mute: string): string => `(${mute}.until IS NULL OR ${mute}.until > now())`;

/**
 * Whether the viewer has muted the author, the community or a hashtag of a post, as an SQL condition; `post` is the table's alias, `viewer` an
 * expression for the viewer's id. Feeds and what tells of news leave such posts out; pages, search and saved posts do not.
 */
export const mutedBy = (post: string, viewer: string): string =>
  `EXISTS (SELECT 1 FROM mute WHERE mute.person_id = ${viewer} AND ${muteIsInForce('mute')}
    AND (mute.muted_person_id = ${post}.author_id OR mute.community_id = ${post}.community_id OR mute.tag = ANY (${post}.tags)))`;

/** Whether the viewer has muted one thing: whole sources are left out by it before any of their posts is read. */
export const muteInForce = (column: 'muted_person_id' | 'community_id' | 'tag', value: string, viewer: string): string =>
  `EXISTS (SELECT 1 FROM mute WHERE mute.person_id = ${viewer} AND ${muteIsInForce('mute')} AND mute.${column} = ${value})`;
