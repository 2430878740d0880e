import type { CommunityRole } from '@parvis/communities/server';

/** Every member keeps the pages: what was there is never lost. `role` is the viewer's in the community; null for those who are no member, and where nothing may change any more. */
export const canEditPage = (role: CommunityRole | null): boolean => role !== null;

/** Animators take pages off and bring them back. */
export const canDeletePage = (role: CommunityRole | null): boolean => role === 'animator';
