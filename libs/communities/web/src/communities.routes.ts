import { type Component, defineAsyncComponent } from 'vue';
import type { RouteLocation, RouteRecordRaw } from 'vue-router';

/** A page of a community that belongs to a higher domain: a tab between the posts and the members, for those who may read. */
export interface CommunityTab {
  /** Under the community's own address. */
  path: string;
  /** Of the route. */
  name: string;
  /** Key of its words. */
  label: string;
  component: () => Promise<Component>;
  /** Whose tab it is; of everybody who may read the community when left out. */
  only?: 'members' | 'animators';
}

/** What higher domains show in a community; it receives the community's id as `communityId`. */
export interface CommunityParts {
  posts: () => Promise<Component>;
  tabs?: readonly CommunityTab[];
  /** Cards in the context column, for those who may read the community; each shows nothing when it has nothing to tell. */
  beside?: readonly (() => Promise<Component>)[];
}

const communityId = ({ params }: RouteLocation) => ({ communityId: params['id'] });

export function communitiesRoutes({ posts, tabs = [], beside = [] }: CommunityParts): RouteRecordRaw[] {
  const cards = beside.map((load) => defineAsyncComponent(load));
  const list = () => import('./pages/CommunitiesPage.vue');
  return [
    { path: '/communities', name: 'communities', component: list },
    { path: '/communities/mine', name: 'my-communities', component: list, props: { joined: true } },
    { path: '/communities/archived', name: 'archived-communities', component: list, props: { archived: true } },
    { path: '/communities/invitations', name: 'community-invitations', component: () => import('./pages/CommunityInvitationsPage.vue') },
    { path: '/communities/orphaned', name: 'orphaned-communities', component: () => import('./pages/OrphanedCommunitiesPage.vue') },
    { path: '/communities/new', name: 'new-community', component: () => import('./pages/NewCommunityPage.vue') },
    {
      path: '/break-glass',
      component: () => import('./break-glass/BreakGlassPage.vue'),
      children: [
        { path: '', name: 'break-glass', component: () => import('./break-glass/BreakGlassList.vue') },
        { path: ':id', name: 'break-glass-reading', component: () => import('./break-glass/BreakGlassReadingPage.vue'), props: ({ params }) => ({ id: params['id'] }) },
      ],
    },
    {
      path: '/communities/:id',
      component: () => import('./pages/CommunityPage.vue'),
      props: ({ params }) => ({ id: params['id'], furtherTabs: tabs, beside: cards }),
      children: [
        { path: '', name: 'community', component: posts, props: communityId },
        ...tabs.map(({ path, name, component }) => ({ path, name, component, props: communityId })),
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
        {
          path: 'charter',
          name: 'community-charter',
          component: () => import('./pages/CommunityCharterPage.vue'),
          props: communityId,
        },
        {
          path: 'settings',
          name: 'community-settings',
          component: () => import('./pages/CommunitySettingsPage.vue'),
          props: communityId,
        },
      ],
    },
  ];
}
