import { eventType } from '@parvis/platform/server';
import type { CommunityRole } from './membership/membership.entity.ts';

export const communityCreated = eventType<{ communityId: string; personId: string }>('communities.created');
export const memberJoined = eventType<{ communityId: string; personId: string }>('communities.member-joined');
export const memberLeft = eventType<{ communityId: string; personId: string }>('communities.member-left');
export const joinRequested = eventType<{ communityId: string; personId: string }>('communities.join-requested');
export const roleChanged = eventType<{ communityId: string; personId: string; role: CommunityRole }>('communities.role-changed');
