import type { AdministrationTab } from '@parvis/identity/web';

/** The page of administration about the charter and the legal notice; apps/web puts it there. */
export const charterTab: AdministrationTab = { path: 'charter', name: 'administration-charter', label: 'house.texts.title', component: () => import('./text/HouseTextsPage.vue') };

/** The page of administration about name, colour and languages. */
export const lookTab: AdministrationTab = { path: 'look', name: 'administration-look', label: 'house.look.title', component: () => import('./look/LookPage.vue') };
