import { contentVisibleTo } from '@parvis/communities/server';

/** SQL condition: the page stands, and the viewer may read its community. `viewer` is an expression for the viewer's id. */
export const wikiPageVisibleTo = (page: string, viewer: string): string => `(${page}.deleted_at IS NULL AND ${contentVisibleTo(`${page}.community_id`, viewer)})`;
