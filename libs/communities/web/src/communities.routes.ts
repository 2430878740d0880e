import type { Component } from 'vue';
import type { RouteLocation, RouteRecordRaw } from 'vue-router';

/** What higher domains show in a community; it receives the community's id as `communityId`. */
export interface CommunityParts {
  posts: () => Promise<Component>;
}

const communityId = ({ params }: RouteLocation) => ({ communityId: params['id'] });

export function communitiesRoutes({ posts }: CommunityParts): RouteRecordRaw[] {
  const list = () => import('./pages/CommunitiesPage.vue');
  return [
    { path: '/communities', name: 'communities', component: list },
    { path: '/communities/mine', name: 'my-communities', component: list, props: { joined: true } },
    { path: '/communities/new', name: 'new-community', component: () => import('./pages/NewCommunityPage.vue') },
    {
      path: '/communities/:id',
      component: () => import('./pages/CommunityPage.vue'),
      props: true,
      children: [
        { path: '', name: 'community', component: posts, props: communityId },
        {
          path: 'members',
          name: 'community-members',
          component: () => import('./pages/CommunityMembersPage.vue'),
          props: communityId,
        },
        {
          path: 'requests',
          name: 'community-requests',
          component: () => import('./pages/CommunityRequestsPage.vue'),
          props: communityId,
        },
      ],
    },
  ];
}
