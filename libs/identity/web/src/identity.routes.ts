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
}

const signIn: AdministrationTab = {
  path: 'sign-in',
  name: 'administration-sign-in',
  label: 'identity.signIn.title',
  component: () => import('./administration/sign-in/SignInPage.vue'),
  further: [
    { path: 'sign-in/new', name: 'new-identity-provider', component: () => import('./administration/sign-in/NewIdentityProviderPage.vue') },
    { path: 'sign-in/:id', name: 'identity-provider', component: () => import('./administration/sign-in/IdentityProviderPage.vue'), props: ({ params }) => ({ id: params['id'] }) },
  ],
};

/** The pages of administration, for IT; `tabs` are those of higher domains. */
export function administrationRoutes(tabs: readonly AdministrationTab[] = []): RouteRecordRaw[] {
  const all = [signIn, ...tabs];
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
