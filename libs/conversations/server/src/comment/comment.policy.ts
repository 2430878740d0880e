import type { Viewer } from '@parvis/identity/server';

/** Only authors change their words, and take them back. */
export const mayChange = (viewer: Viewer, written: { authorId: string }): boolean => written.authorId === viewer.personId;
