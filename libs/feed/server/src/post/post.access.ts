import { contentVisibleTo } from '@parvis/communities/server';

/** The one rule of who sees a post, as an SQL condition; `post` is the table's alias, `viewer` an expression for the viewer's id. */
export const postVisibleTo = (post: string, viewer: string): string => `(${post}.deleted_at IS NULL AND ${contentVisibleTo(`${post}.community_id`, viewer)})`;
