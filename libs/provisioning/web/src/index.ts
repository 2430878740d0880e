import { defineAsyncComponent } from 'vue';

export { provisioningCache } from './provisioning.cache.ts';
export { provisioningTab } from './provisioning.tab.ts';
/** On the page of an identity provider; apps/web puts it there. */
export const SignInCommunities = defineAsyncComponent(() => import('./sign-in/SignInCommunities.vue'));
