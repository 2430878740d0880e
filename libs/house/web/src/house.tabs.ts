import type { AdministrationTab } from '@parvis/identity/web';

/** The page of administration about the charter and the legal notice; apps/web puts it there. */
export const charterTab: AdministrationTab = { path: 'charter', name: 'administration-charter', label: 'house.texts.title', component: () => import('./text/HouseTextsPage.vue') };
