import { newId } from '@parvis/platform/server';
import { command, field, mutation, query, type Expected, type Row } from '../row.ts';
import type { World } from '../world.ts';

/** Whoever reads in the closed community sees it; to others it is as if it did not exist. */
const byAnimator: Expected = { animator: 'yes', others: 'COMMUNITY_NOT_ANIMATOR' };

export function communityRows({ people: { author, hr }, closed, hidden, other, resting, orphaned, invitation, joinRequest }: World): Row[] {
  const inClosed: [string, Record<string, unknown>][] = [['community', { id: closed }]];
  return [
    // A closed community is known to everybody; its welcome is read inside.
    query('community', { id: closed }, { member: 'inside', animator: 'inside', others: 'yes' }),
    query('community', { id: hidden }, { insiders: 'inside', others: 'null' }),
    query('communities', { first: 10, order: 'ACTIVITY' }, { insiders: 'inside', others: 'yes' }),
    query('communityInvitations', {}, { executive: 'yes', others: 'empty' }),
    query('communityMerge', { fromId: other, intoId: closed }, { animator: 'inside', others: 'COMMUNITY_NOT_ANIMATOR' }),
    // Who does not animate the first of the two hears of no other; IT merges open ones alone, and hears what it may know of.
    query('communityMerge', { fromId: hidden, intoId: closed }, { animator: 'inside', it: 'COMMUNITY_NOT_FOUND', others: 'COMMUNITY_NOT_ANIMATOR' }),
    query('communityTopics', {}, { insiders: 'inside', others: 'yes' }),
    query('orphanedCommunities', {}, { it: 'yes', moderator: 'yes', others: 'FORBIDDEN' }),
    // Those of the department are in the open one; whoever is there already is not asked in.
    query('suggestedCommunities', {}, { employee: 'empty', outsider: 'empty', member: 'empty', animator: 'empty', executive: 'empty', others: 'yes' }),
    query('visibilityChange', { id: closed, visibility: 'OPEN' }, byAnimator),

    field('Community.animatorView', inClosed, {}, { animator: 'yes', others: 'null' }),
    field('Community.changes', inClosed, {}, { animator: 'inside', others: 'empty' }),
    field('Community.contributionWeek', inClosed, {}, { animator: 'inside', others: 'null' }),
    field('Community.files', inClosed, {}, { insiders: 'inside', others: 'empty' }),
    field('Community.invitations', inClosed, {}, { animator: 'inside', others: 'empty' }),
    field('Community.joinRequests', inClosed, {}, { animator: 'yes', others: 'empty' }),
    field('Community.members', inClosed, {}, { insiders: 'yes', others: 'empty' }),
    field('Community.posts', inClosed, {}, { insiders: 'inside', others: 'empty' }),

    command('createCommunity', { key: newId(), name: 'New', description: 'For all', visibility: 'CLOSED' }, { others: 'yes' }),
    command('updateCommunity', { id: closed, charter: 'Be kind.' }, byAnimator),
    command('updateCommunity', { id: hidden, charter: 'Be kind.' }, { animator: 'yes', member: 'COMMUNITY_NOT_ANIMATOR', others: 'COMMUNITY_NOT_FOUND' }),
    command('changeCommunityVisibility', { id: closed, visibility: 'SECRET' }, byAnimator),
    command('mergeCommunities', { fromId: other, intoId: closed, confirmedContentCount: 1000 }, { animator: 'yes', others: 'COMMUNITY_NOT_ANIMATOR' }),
    command('inviteToCommunity', { communityId: closed, personIds: [hr] }, { animator: 'yes', member: 'COMMUNITY_NOT_ANIMATOR', others: 'COMMUNITY_NOT_MEMBER' }),
    mutation('archiveCommunity', { id: closed }, byAnimator),
    mutation('restoreCommunity', { id: resting }, byAnimator),
    // Whoever is invited is in at once, and reads.
    mutation('joinCommunity', { id: closed }, { executive: 'inside', others: 'yes' }),
    mutation('joinCommunity', { id: hidden }, { insiders: 'yes', others: 'COMMUNITY_NOT_FOUND' }),
    mutation('leaveCommunity', { id: closed }, { animator: 'COMMUNITY_LAST_ANIMATOR', others: 'yes' }),
    mutation('leaveCommunity', { id: hidden }, { animator: 'COMMUNITY_LAST_ANIMATOR', member: 'yes', others: 'COMMUNITY_NOT_FOUND' }),
    mutation('acceptCommunityInvitation', { id: invitation }, { executive: 'inside', others: 'INVITATION_NOT_FOUND' }),
    mutation('declineCommunityInvitation', { id: invitation }, { executive: 'yes', others: 'INVITATION_NOT_FOUND' }),
    mutation('withdrawCommunityInvitation', { id: invitation }, { animator: 'yes', others: 'INVITATION_NOT_FOUND' }),
    mutation('acceptJoinRequest', { id: joinRequest }, { animator: 'yes', others: 'JOIN_REQUEST_NOT_FOUND' }),
    mutation('declineJoinRequest', { id: joinRequest }, { animator: 'yes', others: 'JOIN_REQUEST_NOT_FOUND' }),
    mutation('addCommunityMember', { communityId: closed, personId: hr }, byAnimator),
    mutation('removeCommunityMember', { communityId: closed, personId: author }, byAnimator),
    mutation('setCommunityRole', { communityId: closed, personId: author, role: 'ANIMATOR' }, byAnimator),
    mutation('transferCommunity', { communityId: closed, personId: author }, byAnimator),
    mutation('appointCommunityAnimator', { communityId: orphaned, personId: author }, { it: 'yes', others: 'FORBIDDEN' }),
    mutation('setCommunityNotifications', { communityId: closed, level: 'ALL' }, { others: 'yes' }),
    mutation('setCommunityNotifications', { communityId: hidden, level: 'ALL' }, { insiders: 'yes', others: 'COMMUNITY_NOT_FOUND' }),
    // Changes nothing for who is not in it.
    mutation('dismissCommunityWelcome', { id: closed }, { others: 'yes' }),
    mutation('dismissCommunityWelcome', { id: hidden }, { insiders: 'yes', others: 'COMMUNITY_NOT_FOUND' }),
  ];
}
