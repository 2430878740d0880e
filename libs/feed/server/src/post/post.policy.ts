import type { Viewer } from '@parvis/identity/server';

interface Authored {
  authorId: string;
}

/** Only authors change their words. */
export const canEdit = (viewer: Viewer, post: Authored): boolean => post.authorId === viewer.personId;

/** Only authors take their words back; moderation has its own way. */
export const canDelete = (viewer: Viewer, post: Authored): boolean => post.authorId === viewer.personId;
