import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';

/** One kind of what a person wrote, that a higher domain shows under their profile. */
export interface PersonTab {
  /** Under the person's own address; the first stands at that address itself. */
  path: string;
  /** Of the route. */
  name: string;
  /** Key of its words. */
  label: string;
  /** As the server counts it, in `contributionCounts`. */
  kind: string;
  component: () => Promise<Component>;
}

/** What higher domains show on a profile; each receives the person's id as `personId`. */
export interface PersonParts {
  tabs: readonly PersonTab[];
  context: () => Promise<Component>;
}

export function peopleRoutes({ tabs, context }: PersonParts): RouteRecordRaw[] {
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
      props: ({ params }) => ({ id: params['id'], tabs }),
      children: tabs.map(({ path, name, component }) => ({
        path,
        name,
        components: { default: component, context },
        props: { default: personId, context: personId },
      })),
    },
  ];
}
