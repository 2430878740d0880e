import type { AdministrationTab } from '@parvis/identity/web';

/** The page of administration about the company's directory; apps/web puts it there. */
export const provisioningTab: AdministrationTab = {
  path: 'provisioning',
  name: 'administration-provisioning',
  label: 'provisioning.title',
  component: () => import('./ProvisioningPage.vue'),
};
