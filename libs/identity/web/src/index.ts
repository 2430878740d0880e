export { default as AdministrationMenuItem } from './administration/AdministrationMenuItem.vue';
export { default as AdministrationError } from './administration/AdministrationError.vue';
export { confirmAddress } from './administration/confirm-address.ts';
export { identityCache } from './identity.cache.ts';
export { administrationRoutes, type AdministrationParts, type AdministrationTab } from './identity.routes.ts';
export { default as ProfileMenu } from './components/ProfileMenu.vue';
