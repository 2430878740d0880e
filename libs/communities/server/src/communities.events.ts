import { eventType } from '@parvis/platform/server';
import type { CommunityChangeKind } from './change/community-change.entity.ts';
import type { CommunityVisibility } from './community/community.entity.ts';
import type { CommunityRole } from './membership/membership.entity.ts';

export const communityCreated = eventType<{ communityId: string; personId: string }>('communities.created');
/** `admittedById`: the animator who let them in or brought them in; left out when they came by themselves. */
export const memberJoined = eventType<{ communityId: string; personId: string; admittedById?: string }>('communities.member-joined');
export const memberLeft = eventType<{ communityId: string; personId: string }>('communities.member-left');
export const joinRequested = eventType<{ communityId: string; personId: string }>('communities.join-requested');
export const roleChanged = eventType<{ communityId: string; personId: string; role: CommunityRole }>('communities.role-changed');
export const communityEdited = eventType<{ communityId: string; personId: string; changed: CommunityChangeKind[] }>('communities.edited');
/** `waitingIds`: who waited to be let in, and was (it opened) or cannot be any more (it became secret). */
export const visibilityChanged = eventType<{ communityId: string; personId: string; from: CommunityVisibility; into: CommunityVisibility; waitingIds: string[] }>(
  'communities.visibility-changed',
);
/** Somebody was asked in and may answer. */
export const invited = eventType<{ invitationId: string; communityId: string; personId: string; inviterId: string }>('communities.invited');
export const invitationDeclined = eventType<{ invitationId: string; communityId: string; personId: string; inviterId: string }>('communities.invitation-declined');
export const communityArchived = eventType<{ communityId: string; personId: string }>('communities.archived');
export const communityRestored = eventType<{ communityId: string; personId: string }>('communities.restored');
/** An animator put somebody out; `member-left` is told as well. */
export const memberRemoved = eventType<{ communityId: string; personId: string; removedById: string }>('communities.member-removed');
/** Everything of one community is in another now; `newMemberIds` came in by it. What is told of the first is of the second from then on. */
export const communityMerged = eventType<{ fromId: string; fromName: string; intoId: string; personId: string; newMemberIds: string[] }>('communities.merged');
/** Somebody of IT asks to read in a community that is closed to them; nothing is read yet. */
export const breakGlassAsked = eventType<{ accessId: string; communityId: string; personId: string }>('communities.break-glass-asked');
/** From now on they read there. */
export const breakGlassOpened = eventType<{ accessId: string; communityId: string }>('communities.break-glass-opened');
/** An access that was open is over, or a request was decided, withdrawn or too old. */
export const breakGlassClosed = eventType<{ accessId: string; communityId: string }>('communities.break-glass-closed');
