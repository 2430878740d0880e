import type { AdministrationTab } from '@parvis/identity/web';

/** The page of administration about communities; apps/web puts it there. */
export const communitiesTab: AdministrationTab = {
  path: 'communities',
  name: 'administration-communities',
  label: 'communities.administration.title',
  component: () => import('./CommunitiesAdministrationPage.vue'),
};
