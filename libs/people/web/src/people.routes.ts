import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';

/** What higher domains show on a profile; each receives the person's id as `personId`. */
export interface PersonParts {
  posts: () => Promise<Component>;
  context: () => Promise<Component>;
}

export function peopleRoutes({ posts, context }: PersonParts): RouteRecordRaw[] {
  const personId = ({ params }: { params: Record<string, unknown> }) => ({ personId: params['id'] });
  return [
    { path: '/settings/delegation', name: 'delegation', component: () => import('./delegation/DelegationPage.vue') },
    { path: '/admin/skills', name: 'skills-admin', component: () => import('./skill/mapping/SkillsAdminPage.vue') },
    { path: '/people', name: 'people', component: () => import('./pages/PeoplePage.vue') },
    { path: '/people/mobility', name: 'mobility', component: () => import('./mobility/MobilityPage.vue') },
    { path: '/people/:id/organisation', name: 'organisation', component: () => import('./organisation/OrganisationPage.vue'), props: true },
    {
      path: '/people/:id',
      component: () => import('./pages/PersonPage.vue'),
      props: true,
      children: [
        {
          path: '',
          name: 'person',
          components: { default: posts, context },
          props: { default: personId, context: personId },
        },
      ],
    },
  ];
}
