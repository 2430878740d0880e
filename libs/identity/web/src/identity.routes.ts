import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';

/** A page of administration that belongs to a higher domain: a tab of it, and what stands below its address. */
export interface AdministrationTab {
  /** Under `/administration`. */
  path: string;
  /** Of the route. */
  name: string;
  /** Key of its words. */
  label: string;
  component: () => Promise<Component>;
  /** Pages below it, relative to `/administration`. */
  further?: RouteRecordRaw[];
  /** Also for those who administer departments alone. */
  isForDepartments?: boolean;
}

/** What higher domains put on pages of administration. */
export interface AdministrationParts {
  /** On the page of an identity provider; given its id (`providerId`). */
  ofProvider?: readonly Component[];
}

const signInTab = ({ ofProvider = [] }: AdministrationParts): AdministrationTab => ({
  path: 'sign-in',
  name: 'administration-sign-in',
  label: 'identity.signIn.title',
  component: () => import('./administration/sign-in/SignInPage.vue'),
  further: [
    { path: 'sign-in/new', name: 'new-identity-provider', component: () => import('./administration/sign-in/NewIdentityProviderPage.vue') },
    { path: 'sign-in/:id', name: 'identity-provider', component: () => import('./administration/sign-in/IdentityProviderPage.vue'), props: ({ params }) => ({ id: params['id'], parts: ofProvider }) },
  ],
});

const people: AdministrationTab = {
  path: 'people',
  name: 'administration-people',
  label: 'identity.people.title',
  component: () => import('./administration/people/AdministeredPeoplePage.vue'),
  isForDepartments: true,
  further: [{ path: 'people/:id', name: 'administered-person', component: () => import('./administration/people/AdministeredPersonPage.vue'), props: ({ params }) => ({ id: params['id'] }) }],
};

/** The pages of administration, for IT; `tabs` and `parts` are those of higher domains. */
export function administrationRoutes(tabs: readonly AdministrationTab[] = [], parts: AdministrationParts = {}): RouteRecordRaw[] {
  const signIn = signInTab(parts);
  const all = [signIn, people, ...tabs];
  return [
    { path: '/administration', name: 'administration', redirect: { name: signIn.name } },
    { path: '/administration/confirmed', name: 'administration-confirmed', component: () => import('./administration/ConfirmedPage.vue') },
    {
      path: '/administration',
      component: () => import('./administration/AdministrationPage.vue'),
      props: { tabs: all },
      children: all.flatMap(({ path, name, component, further = [] }) => [{ path, name, component }, ...further]),
    },
  ];
}

export const legacyRoutes: RouteRecordRaw[] = [{ path: '/legacies', name: 'legacies', component: () => import('./legacy/LegaciesPage.vue') }];
