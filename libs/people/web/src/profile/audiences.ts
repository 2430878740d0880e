import type { ProfileAudience } from '@parvis/platform/web';

/** From all to oneself. */
export const audiences: readonly ProfileAudience[] = ['EVERYONE', 'DEPARTMENT', 'COMMUNITIES', 'NOBODY'];
