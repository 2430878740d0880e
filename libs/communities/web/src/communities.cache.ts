import { type CacheRules, forgetField } from '@parvis/platform/web';
import type { Cache, UpdateResolver } from '@urql/exchange-graphcache';

import type { LeaveCommunityMutation } from './components/JoinButton.generated.ts';

/** Who is in changed: the lists of that community say something else now. */
function forgetMembers(cache: Cache, id: string): void {
  const community = cache.keyOfEntity({ __typename: 'Community', id });
  if (!community) return;
  for (const field of ['members', 'departments', 'joinRequests', 'posts']) forgetField(cache, community, field);
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
    'CommunityBanner',
    'VisibilityChangePreview',
    'ContentCount',
    'CommunityChangeConnection',
    'CommunityChangeEdge',
  ],
  connections: { Query: ['communities'], Community: ['members', 'joinRequests', 'changes'], Person: ['communities'] },
  mutations: {
    createCommunity: (_result, _args, cache) => forgetField(cache, 'Query', 'communities'),
    joinCommunity: (result, args, cache, info) => {
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
    updateCommunity: (result, args, cache, info) => {
      // Its name is its place in lists, and its words what it is found by.
      forgetField(cache, 'Query', 'communities');
      settingsChanged('updateCommunity')(result, args, cache, info);
    },
    changeCommunityVisibility: (result, args, cache, info) => {
      membersChanged('changeCommunityVisibility')(result, args, cache, info);
      settingsChanged('changeCommunityVisibility')(result, args, cache, info);
    },
  },
};
