import { showAt } from '@parvis/platform/web';

export { default as AdministrationMenuItem } from './administration/AdministrationMenuItem.vue';
export { default as AdministrationError } from './administration/AdministrationError.vue';
export { confirmAddress } from './administration/confirm-address.ts';
export { default as LegaciesMenuItem } from './legacy/LegaciesMenuItem.vue';
export { identityCache } from './identity.cache.ts';
export { administrationRoutes, legacyRoutes, type AdministrationParts, type AdministrationTab } from './identity.routes.ts';
export { default as ProfileMenu } from './components/ProfileMenu.vue';

for (const kind of ['community', 'campaign', 'question']) showAt(`legacy-${kind}`, () => ({ name: 'legacies' }));
