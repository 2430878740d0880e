export { identityCache } from './identity.cache.ts';
export { default as ProfileMenu } from './components/ProfileMenu.vue';
