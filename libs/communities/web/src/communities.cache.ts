import { type CacheRules, forgetField } from '@parvis/platform/web';
import type { Cache, UpdateResolver } from '@urql/exchange-graphcache';

import type { LeaveCommunityMutation } from './components/JoinButton.generated.ts';

/** Who is in changed: the lists of that community say something else now. */
function forgetMembers(cache: Cache, id: string): void {
  const community = cache.keyOfEntity({ __typename: 'Community', id });
  if (!community) return;
  for (const field of ['members', 'departments', 'joinRequests', 'invitations', 'viewerInvitation', 'posts']) forgetField(cache, community, field);
}

/** For a mutation that answers with the community in which it changed who is in. */
function membersChanged(mutation: string): UpdateResolver {
  return (result, _args, cache) => {
    const community = result[mutation] as { id: string } | null;
    if (community) forgetMembers(cache, community.id);
  };
}

/** For a mutation that its history tells of. */
function settingsChanged(mutation: string): UpdateResolver {
  return (result, _args, cache) => {
    const changed = result[mutation] as { id: string } | null;
    const community = changed && cache.keyOfEntity({ __typename: 'Community', id: changed.id });
    if (community) forgetField(cache, community, 'changes');
  };
}

const withHistory =
  (update: UpdateResolver, mutation: string): UpdateResolver =>
  (result, args, cache, info) => {
    update(result, args, cache, info);
    settingsChanged(mutation)(result, args, cache, info);
  };

/** It goes from one list to another, and may be written in again or no more. */
function archiveChanged(mutation: string): UpdateResolver {
  return withHistory((_result, _args, cache) => forgetField(cache, 'Query', 'communities'), mutation);
}

/** An invitation is no more: whoever answered may be in now, and a secret community may be out of sight. */
function invitationAnswered(mutation: string): UpdateResolver {
  return (result, _args, cache) => {
    const answer = result[mutation] as { invitationId: string; community: { id: string } | null } | null;
    if (!answer) return;
    forgetField(cache, 'Query', 'communityInvitations');
    forgetField(cache, 'Query', 'communities');
    if (answer.community) forgetMembers(cache, answer.community.id);
    else forgetField(cache, 'Query', 'community');
    cache.invalidate({ __typename: 'CommunityInvitation', id: answer.invitationId });
  };
}

export const communitiesCache: CacheRules = {
  embedded: [
    'ViewerMembership',
    'CommunityConnection',
    'CommunityEdge',
    'MembershipConnection',
    'MembershipEdge',
    'JoinRequestConnection',
    'JoinRequestEdge',
    'LeaveCommunityPayload',
    'CommunityInvitationConnection',
    'CommunityInvitationEdge',
    'InviteToCommunityPayload',
    'InvitationAnswerPayload',
    'OrphanedCommunityConnection',
    'OrphanedCommunityEdge',
    'CommunityMergePreview',
    'CommunitySuggestion',
    'CommunityTopic',
    'CommunityBanner',
    'VisibilityChangePreview',
    'ContentCount',
    'CommunityChangeConnection',
    'CommunityChangeEdge',
    'AdministeredCommunityConnection',
    'AdministeredCommunityEdge',
    'BreakGlassStanding',
    'CommunityLookedInto',
    'BreakGlassAccessConnection',
    'BreakGlassAccessEdge',
    'BreakGlassLineConnection',
    'BreakGlassLineEdge',
    'BreakGlassLine',
  ],
  connections: { Query: ['communities', 'communityInvitations', 'orphanedCommunities', 'breakGlassAccesses', 'administeredCommunities'], Community: ['members', 'joinRequests', 'invitations', 'changes'], Person: ['communities'] },
  mutations: {
    createCommunity: (_result, _args, cache) => forgetField(cache, 'Query', 'communities'),
    joinCommunity: (result, args, cache, info) => {
      forgetField(cache, 'Query', 'communityInvitations');
      forgetField(cache, 'Query', 'suggestedCommunities');
      // The other lists show the same communities as before, this one with its new membership.
      forgetField(cache, 'Query', 'communities', { joined: true });
      membersChanged('joinCommunity')(result, args, cache, info);
    },
    leaveCommunity: (result, _args, cache) => {
      const left = result['leaveCommunity'] as LeaveCommunityMutation['leaveCommunity'] | null;
      if (!left) return;
      forgetField(cache, 'Query', 'communities', left.community ? { joined: true } : {});
      forgetMembers(cache, left.communityId);
      // Out of sight now, so out of the cache.
      if (!left.community) cache.invalidate({ __typename: 'Community', id: left.communityId });
    },
    acceptJoinRequest: membersChanged('acceptJoinRequest'),
    declineJoinRequest: membersChanged('declineJoinRequest'),
    addCommunityMember: membersChanged('addCommunityMember'),
    setCommunityRole: membersChanged('setCommunityRole'),
    removeCommunityMember: withHistory(membersChanged('removeCommunityMember'), 'removeCommunityMember'),
    transferCommunity: withHistory(membersChanged('transferCommunity'), 'transferCommunity'),
    archiveCommunity: archiveChanged('archiveCommunity'),
    restoreCommunity: archiveChanged('restoreCommunity'),
    appointCommunityAnimator: (_result, _args, cache) => forgetField(cache, 'Query', 'orphanedCommunities'),
    setCommunityArchived: (_result, _args, cache) => {
      for (const field of ['communities', 'administeredCommunities']) forgetField(cache, 'Query', field);
    },
    askBreakGlass: (_result, _args, cache) => forgetField(cache, 'Query', 'breakGlassAccesses'),
    // What was read is read no more, by whichever page.
    endBreakGlass: (_result, _args, cache) => forgetField(cache, 'Query', 'breakGlassReading'),
    mergeCommunities: (result, args, cache) => {
      const merged = result['mergeCommunities'] as { id: string } | null;
      if (!merged) return;
      for (const field of ['communities', 'community', 'communityInvitations']) forgetField(cache, 'Query', field);
      forgetMembers(cache, merged.id);
      cache.invalidate({ __typename: 'Community', id: (args as { input: { fromId: string } }).input.fromId });
    },
    inviteToCommunity: (result, _args, cache) => {
      const sent = result['inviteToCommunity'] as { community: { id: string } } | null;
      if (sent) forgetMembers(cache, sent.community.id);
    },
    acceptCommunityInvitation: invitationAnswered('acceptCommunityInvitation'),
    declineCommunityInvitation: invitationAnswered('declineCommunityInvitation'),
    withdrawCommunityInvitation: invitationAnswered('withdrawCommunityInvitation'),
    updateCommunity: (result, args, cache, info) => {
      // Its name is its place in lists, and its words what it is found by.
      forgetField(cache, 'Query', 'communityTopics');
      forgetField(cache, 'Query', 'communities');
      settingsChanged('updateCommunity')(result, args, cache, info);
    },
    changeCommunityVisibility: (result, args, cache, info) => {
      membersChanged('changeCommunityVisibility')(result, args, cache, info);
      settingsChanged('changeCommunityVisibility')(result, args, cache, info);
    },
  },
};
